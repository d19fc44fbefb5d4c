import { Fault, type FaultCode } from '../fault.ts';
import type { FillOutcome, Reply } from './envelope.ts';
import type { MessageName, Request, Response } from './protocol.ts';
import { ownRuntime } from './runtime.ts';
import { CHANGED, FILL } from './told.ts';

/**
 * Asks the background.
 *
 * @throws Fault with the code that the background answered
 */
export async function send<Name extends MessageName>(
  name: Name,
  ...[request]: Request<Name> extends undefined ? [] : [Request<Name>]
): Promise<Response<Name>> {
  return readReply(name, await ownRuntime().sendMessage({ name, request }));
}

/**
 * What the background answered, where it was asked by hand.
 *
 * @throws Fault as {@link send}
 */
export function readReply<Name extends MessageName>(name: Name, reply: unknown): Response<Name> {
  if (!isReply(reply)) throw new Error('no answer');
  if (!reply.ok) throw new Fault(reply.code as FaultCode, name, reply.field);
  return reply.response as Response<Name>;
}

/** By hand, since a schema would bring its library into every page in which we run. */
function isReply(reply: unknown): reply is Reply {
  if (typeof reply !== 'object' || reply === null) return false;
  const { ok, response, code, field, ...others }: Partial<Record<string, unknown>> = reply;
  if (Object.keys(others).length > 0) return false;
  if (ok === true) return code === undefined && field === undefined;
  const isField = field === undefined || typeof field === 'string';
  return ok === false && typeof code === 'string' && isField && response === undefined;
}

/** Calls back when the background says that something changed, until the returned function is called. */
export function onChanged(callback: () => void): () => void {
  const listener = (message: unknown): undefined => {
    if (message === CHANGED) callback();
  };
  const { onMessage } = ownRuntime();
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

/** Calls back when the user wants a code in this page, and answers what came of it. */
export function onFill(callback: () => Promise<FillOutcome>): void {
  ownRuntime().onMessage.addListener((message, _, answer) => {
    if (message !== FILL) return undefined;
    // Where it failed, as after an update of the extension, nothing is answered but that.
    const failed = (): FillOutcome => 'not-filled';
    void callback()
      .catch(failed)
      .then((outcome) => answer({ outcome }));
    return true;
  });
}
