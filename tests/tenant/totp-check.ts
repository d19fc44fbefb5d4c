import { createHmac } from 'node:crypto';

const STEP_MILLISECONDS = 30_000;
const DIGITS = 6;
/** The steps looked at, the present one first: a clock may be off by one step either way. */
const WINDOW = [0, -1, 1];

/** What the check says of a code; `used` is a code, or one of an earlier step, that had its turn. */
export type Verdict = 'accepted' | 'wrong' | 'used';

/**
 * The code of one time step, RFC 6238 with SHA-1. Written here from the RFC and not with the
 * extension's library, so that the two check each other.
 */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** DIGITS).padStart(DIGITS, '0');
}

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / STEP_MILLISECONDS);
}

/** Checks codes of one secret, each at most once (RFC 6238, section 5.2). */
export class TotpCheck {
  readonly #secret: Uint8Array;
  #lastStep = -1;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  check(code: string, milliseconds: number): Verdict {
    const present = stepAt(milliseconds);
    const step = WINDOW.map((offset) => present + offset).find(
      (candidate) => candidate >= 0 && codeOfStep(this.#secret, candidate) === code,
    );
    if (step === undefined) return 'wrong';
    if (step <= this.#lastStep) return 'used';
    this.#lastStep = step;
    return 'accepted';
  }

  /** From now on, a code that had its turn is taken once more. */
  forgetUsed(): void {
    this.#lastStep = -1;
  }
}
