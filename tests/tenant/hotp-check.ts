import { codeOfStep, type Verdict } from './totp-check.ts';

/** How many counters after the expected one are tried (RFC 4226, section 7.4). */
const LOOK_AHEAD = 3;

/** Checks codes of one counter-based secret: a code that was taken, or passed over, does not come again. */
export class HotpCheck {
  readonly #secret: Uint8Array;
  #next = 0;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  check(code: string): Verdict {
    const counters = Array.from({ length: LOOK_AHEAD + 1 }, (_, ahead) => this.#next + ahead);
    const counter = counters.find((each) => codeOfStep(this.#secret, each) === code);
    if (counter === undefined) return 'wrong';
    this.#next = counter + 1;
    return 'accepted';
  }
}
