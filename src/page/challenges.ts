import type { CodeField } from './detector/field.ts';
import type { Found, SitePages } from './found.ts';

/** A page that draws its field anew gets a code for it once more, and no more. */
const MOST_FILLS = 2;

interface Challenge {
  readonly number: number;
  readonly address: string;
  fills: number;
  isSent: boolean;
}

/**
 * Tells a field that the page only draws anew from one that asks for another code: as long as nothing was sent, a field
 * in the place of one that is gone is the same challenge, unless the page had another step in between.
 */
export class Challenges {
  readonly #challenges = new WeakMap<HTMLInputElement, Challenge>();
  #number = 0;
  #last: { readonly challenge: Challenge; readonly field: CodeField } | undefined;

  /** Of the challenge that came last; 0 before the first. */
  get number(): number {
    return this.#number;
  }

  /** Counts from 1. */
  numberOf(field: CodeField): number {
    return this.#of(field).number;
  }

  mayFill(field: CodeField): boolean {
    return this.#of(field).fills < MOST_FILLS;
  }

  /** Whether a form was sent since it was filled. */
  isSent(field: CodeField): boolean {
    return this.#of(field).isSent;
  }

  filled(field: CodeField): void {
    const challenge = this.#of(field);
    challenge.fills += 1;
    challenge.isSent = false;
  }

  /** The page sent a form. */
  sent(pages: SitePages): void {
    if (!this.#last) return;
    // Without the field, it is another step: who goes back sends the password again.
    if (this.#isThere(pages)) this.#last.challenge.isSent = true;
    else this.#last = undefined;
  }

  /** The page was looked at: elsewhere, or at the password, the user has signed in or has gone back. */
  looked(pages: SitePages, { field, hasPassword }: Found): void {
    if (!this.#last || field) return;
    const isElsewhere = hasPassword || this.#last.challenge.address !== location.href;
    if (isElsewhere && !this.#isThere(pages)) this.#last = undefined;
  }

  /** Whether the last field is in the page, or what the page drew in its place. */
  #isThere({ findAnew }: SitePages): boolean {
    return this.#last !== undefined && (isInPage(this.#last.field) || !!findAnew(this.#last.field));
  }

  #of(field: CodeField): Challenge {
    const [input] = field.inputs;
    const challenge = this.#challenges.get(input) ?? this.#redrawn() ?? this.#begin();
    this.#challenges.set(input, challenge);
    this.#last = { challenge, field };
    return challenge;
  }

  /** The last challenge, where its field is gone and nothing else happened. */
  #redrawn(): Challenge | undefined {
    if (!this.#last || isInPage(this.#last.field)) return undefined;
    const { challenge } = this.#last;
    return challenge.isSent || challenge.address !== location.href ? undefined : challenge;
  }

  #begin(): Challenge {
    this.#number += 1;
    const address = location.href;
    // Where our code was sent and the page asks again, it was wrong, whatever the page says.
    const { fills = 0, isSent, address: before } = this.#last?.challenge ?? {};
    const isRefused = fills > 0 && isSent && before === address;
    return { number: this.#number, address, fills: isRefused ? MOST_FILLS : 0, isSent: false };
  }
}

function isInPage({ inputs: [input] }: CodeField): boolean {
  return input.isConnected;
}
