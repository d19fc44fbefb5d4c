import { send } from '../messages/client.ts';
import { coalesce } from './coalesce.ts';
import { candidatesIn } from './detector/candidates.ts';
import { isNamed, nameDocument } from './document-name.ts';
import { isAttended } from './once.ts';
import { OpenRoots } from './open-roots.ts';
import { watchFields } from './watch-fields.ts';

/** Least time between two questions: a page may change all the time. */
const ASK_AGAIN_MS = 2_000;

/**
 * Waits for an input that may be one for a code, and asks for the script that attends such pages: most pages of a site never
 * have one, and are spared it.
 */
export function awaitField(): void {
  if (isNamed()) return;
  nameDocument();
  const roots = new OpenRoots();
  const ask = coalesce(async () => {
    if (!isAttended()) await send('signIn.attend');
    if (isAttended()) stop();
  }, ASK_AGAIN_MS);
  const look = () => {
    // The user's own act brings it as well.
    if (isAttended()) stop();
    else if (!candidatesIn(document, roots.known()).next().done) ask();
  };
  const stop = watchFields(look, { isInputNeeded: true, roots });
}
