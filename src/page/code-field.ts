import { send } from '../messages/client.ts';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import { coalesce } from './coalesce.ts';
import { fill, type Inputs, isFillable } from './fill.ts';
import { Rest } from './rest.ts';

interface CodeField {
  /** The field, if the page shows it now and it is the right one. */
  readonly find: () => HTMLInputElement | undefined;
  /** Asks the background for a code for it. */
  readonly ask: () => Promise<ReleaseAnswer>;
  readonly lookAgain: () => void;
}

/**
 * Fills one kind of field, each appearance of it once: what the user clears or the site refuses stays as it
 * is. `attend` is to be called when the page or the vault changed.
 */
export function attendCodeField({ find, ask, lookAgain }: CodeField): {
  readonly attend: () => void;
  /** Whether the code that was filled in last stands in this field, which the page may have drawn anew. */
  readonly isOurs: (field: HTMLInputElement) => boolean;
} {
  const done = new WeakSet<HTMLInputElement>();
  const rest = new Rest(lookAgain);
  let filledIn: string | undefined;
  const fieldInPage = (): Inputs | undefined => {
    const field = find();
    return field && [field];
  };

  const attend = coalesce(async () => {
    const field = find();
    if (!field || done.has(field) || !isFillable(field) || rest.lasts()) return;
    const answer = await ask();
    if (answer.kind === 'wait') rest.begin(answer.ms, true);
    // The page may have moved on while the background was asked.
    if (answer.kind !== 'code' || find() !== field) return;
    done.add(field);
    if (!(await fill([field], answer.code, fieldInPage))) return;
    filledIn = answer.code;
    await send('code.filled');
    // What stands in a field is no change of the page that anybody hears of.
    lookAgain();
  });
  return { attend, isOurs: (field) => field.value !== '' && field.value === filledIn };
}
