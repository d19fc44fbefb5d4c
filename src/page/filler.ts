import { send } from '../messages/client.ts';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import type { Challenges } from './challenges.ts';
import type { CodeField } from './detector/field.ts';
import { fill, holds, isFillable } from './fill.ts';
import type { SitePages } from './found.ts';
import type { Refusals } from './refusals.ts';

type Code = Extract<ReleaseAnswer, { kind: 'code' }>;

/** Milliseconds. */
const JUST_MS = 3_000;

/** Puts codes into a document's fields, each field once: what the user clears or the site refuses stays as it is. */
export class Filler {
  readonly #pages: SitePages;
  readonly #challenges: Challenges;
  readonly #refusals: Refusals;
  readonly #done = new WeakSet<HTMLInputElement>();
  #filledAt = Number.NEGATIVE_INFINITY;

  constructor(pages: SitePages, challenges: Challenges, refusals: Refusals) {
    this.#pages = pages;
    this.#challenges = challenges;
    this.#refusals = refusals;
  }

  /** It is on show and empty, and had no code of ours yet. */
  isOpen({ inputs }: CodeField): boolean {
    return inputs.every((input) => !this.#done.has(input) && isFillable(input));
  }

  /** What the user wanted may have come already, because he wanted it: a script that begins asks at once. */
  get hasJustFilled(): boolean {
    return performance.now() - this.#filledAt < JUST_MS;
  }

  /** Gives whether the page took it. */
  async put(field: CodeField, { code, submit }: Code): Promise<boolean> {
    for (const input of field.inputs) this.#done.add(input);
    this.#refusals.filled(this.#pages.find().error);
    this.#challenges.filled(field);
    if (!(await fill(field.inputs, code, () => this.#inPage(field)?.inputs))) return false;
    this.#filledAt = performance.now();
    await send('code.filled');
    const filled = this.#inPage(field);
    if (submit && filled && this.#maySubmit(filled, code)) this.#pages.submit(filled);
    return true;
  }

  /** The field as the page has it now: it may have been drawn anew. */
  #inPage(field: CodeField): CodeField | undefined {
    return field.inputs.every((input) => input.isConnected) ? field : this.#pages.findAnew(field);
  }

  /** Not what the page has sent by itself, nor where it finds fault with something. */
  #maySubmit(field: CodeField, code: string): boolean {
    return (
      !document.hidden &&
      field.inputs.every(({ disabled, readOnly }) => !disabled && !readOnly) &&
      !this.#challenges.isSent(field) &&
      holds(field.inputs, code) &&
      this.#pages.find().error === undefined
    );
  }
}
