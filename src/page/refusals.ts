import { send } from '../messages/client.ts';
import type { Request } from '../messages/protocol.ts';
import type { Found } from './found.ts';

/** What a page says against codes. */
export class Refusals {
  #told = new WeakSet<Element>();
  /** What it said when a code was filled in; that code is not meant. */
  #before: Element | undefined;
  /** With what the page began: the document before may have sent our code. */
  #first: Element | undefined;
  #hasBegun = false;
  #hasFilled = false;

  /** The page was looked at: it is told once that a code is wrong, and by whom. Whether that was ours, the background knows. */
  see({ field, error }: Found, wanting: () => Request<'code.refused'>): void {
    if (error !== this.#before) this.#before = undefined;
    if (!this.#hasBegun && (field || error)) {
      this.#hasBegun = true;
      this.#first = error;
    }
    if (!error || !this.counts(error) || this.#told.has(error)) return;
    this.#told.add(error);
    void send('code.refused', wanting()).catch(() => undefined);
  }

  /** A code was filled in while the page said this. */
  filled(error: Element | undefined): void {
    this.#told = new WeakSet();
    this.#before = error;
    this.#hasFilled = true;
  }

  /** Whether it may be about a code of ours: what a page says against a field that is empty yet is not. */
  counts(error: Element | undefined): boolean {
    if (error === undefined || error === this.#before) return false;
    return this.#hasFilled || error === this.#first;
  }

  /** Whether a code of ours is meant, which was filled into this document. */
  isOurs(error: Element | undefined): boolean {
    return this.#hasFilled && this.counts(error);
  }
}
