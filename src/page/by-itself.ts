import { send } from '../messages/client.ts';
import type { CodeField } from './detector/field.ts';
import type { Found } from './found.ts';
import type { Parts } from './parts.ts';
import { Rest } from './rest.ts';
import { roomIn } from './room.ts';

/** Least time between two questions for the same field: a page may change all the time, and its answer does not. */
const ASK_AGAIN_MS = 2_000;

/** Fills the field that a page shows, where the background gives a code for it. */
export class ByItself {
  readonly #parts: Parts;
  readonly #rest: Rest;
  #asked: HTMLInputElement | undefined;
  /** The challenge in which a code was refused: up to that one, nothing more is filled. */
  #refused = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rest = new Rest(parts.lookAgain);
  }

  /** Something changed for the background: its answer may be another one now. */
  changed(): void {
    this.#rest.end();
  }

  async attend({ field, error }: Found): Promise<void> {
    const { page, pages, challenges, refusals, filler, lookAgain } = this.#parts;
    const number = field ? challenges.numberOf(field) : challenges.number;
    if (refusals.isOurs(error)) this.#refused = number;
    if (!field || refusals.counts(error) || !filler.isOpen(field)) return;
    if (number <= this.#refused || !challenges.mayFill(field)) return;
    const [input] = field.inputs;
    if (input === this.#asked && this.#rest.lasts()) return;
    this.#asked = input;
    this.#rest.end();
    const answer = await send('signIn.field', {
      page,
      field: number,
      ...roomIn(field),
      ...pages.shown(field),
    });
    if (answer.kind === 'wait') return this.#rest.begin(answer.ms, true);
    if (answer.kind === 'none') return this.#rest.begin(ASK_AGAIN_MS, false);
    // The page may have moved on while the background was asked.
    const now = pages.find();
    if (document.hidden || refusals.counts(now.error)) return;
    if (!isSame(now.field, field) || !filler.isOpen(field)) return;
    await filler.put(field, answer);
    // What stands in a field is no change of the page that anybody hears of.
    lookAgain();
  }
}

function isSame(now: CodeField | undefined, field: CodeField): boolean {
  return (
    now?.kind === field.kind &&
    now.inputs.length === field.inputs.length &&
    now.inputs.every((input, index) => input === field.inputs[index])
  );
}
