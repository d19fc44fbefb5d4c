import { send } from '../messages/client.ts';

/** In our own world of the page, which the page does not see. */
interface World {
  countersignDocument?: string;
}

/** Whether a script of ours is in this document. */
export function isNamed(): boolean {
  return (globalThis as World).countersignDocument !== undefined;
}

/**
 * The document's identifier, which its site does not know. Whoever asks for it first tells of the document before, too: the
 * browser may drop what that said as it went.
 */
export function nameDocument(): string {
  const world = globalThis as World;
  if (world.countersignDocument === undefined) {
    world.countersignDocument = crypto.randomUUID();
    void tellLeft(world.countersignDocument);
  }
  return world.countersignDocument;
}

/** What the document wanted is gone. */
export function tellLeft(page: string): Promise<void> {
  return send('signIn.left', { page }).catch(() => undefined);
}
