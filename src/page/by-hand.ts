import { send } from '../messages/client.ts';
import type { FillOutcome } from '../messages/envelope.ts';
import type { CodeField } from './detector/field.ts';
import { isFillable } from './fill.ts';
import type { Parts } from './parts.ts';
import { Rest } from './rest.ts';
import { roomIn } from './room.ts';

/** As long as the background keeps an act of the user: an approval may come in between. */
const ACT_MS = 180_000;

/** Fills the field that the user means, on his act, and no other: also one that Countersign leaves alone by itself. */
export class ByHand {
  readonly #parts: Parts;
  readonly #rest: Rest;
  #field: CodeField | undefined;
  #end: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rest = new Rest(() => {
      this.#isDue = true;
      parts.lookAgain();
    });
  }

  get isPending(): boolean {
    return this.#field !== undefined;
  }

  /** Something changed for the background: the user may have approved, or unlocked. */
  changed(): void {
    this.#isDue = true;
  }

  /** The user wants a code. */
  async begin(): Promise<FillOutcome> {
    this.#forget();
    const { pages, filler, lookAgain } = this.#parts;
    const field = document.hidden ? undefined : pages.findByHand();
    if (!field) return filler.hasJustFilled ? 'filled' : 'no-field';
    this.#field = field;
    this.#end = setTimeout(() => {
      this.#forget();
      lookAgain();
    }, ACT_MS);
    return this.#ask(field);
  }

  /** Goes on with what the user wanted. */
  async attend(): Promise<void> {
    const field = this.#field && this.#inPage(this.#field);
    // Filled in by whomever: what was wanted is done.
    if (!field?.inputs.every(isFillable)) return this.#forget();
    this.#field = field;
    if (!this.#isDue) return;
    this.#isDue = false;
    await this.#ask(field);
  }

  async #ask(field: CodeField): Promise<FillOutcome> {
    const { page, pages, challenges, filler, lookAgain } = this.#parts;
    const number = challenges.numberOf(field);
    const answer = await send('signIn.byHand', {
      page,
      field: number,
      ...roomIn(field),
      ...pages.shown(field),
    });
    if (answer.kind === 'wait') {
      this.#rest.begin(answer.ms, true);
      return 'waiting';
    }
    // The page may have moved on while the background was asked.
    if (answer.kind === 'none' || document.hidden || !field.inputs.every(isFillable)) {
      return 'not-filled';
    }
    this.#forget();
    const isFilled = await filler.put(field, answer);
    // What stands in a field is no change of the page that anybody hears of.
    lookAgain();
    return isFilled ? 'filled' : 'not-filled';
  }

  /** The field, or the one that the page drew anew in its place. */
  #inPage(field: CodeField): CodeField | undefined {
    const { pages, challenges } = this.#parts;
    if (field.inputs.every((input) => input.isConnected)) return field;
    const redrawn = pages.findByHand();
    if (redrawn?.kind !== field.kind) return undefined;
    const number = challenges.numberOf(field);
    return challenges.numberOf(redrawn) === number ? redrawn : undefined;
  }

  #forget(): void {
    clearTimeout(this.#end);
    this.#rest.end();
    this.#field = undefined;
    this.#isDue = false;
  }
}
