import { send } from '../messages/client.ts';
import type { Found } from './found.ts';
import type { Parts } from './parts.ts';
import { Rest } from './rest.ts';

/** Least time between two questions on the same page. */
const ASK_AGAIN_MS = 2_000;

/** A step that has not come by then does not come. */
const LONGEST_STEP_MS = 10_000;

/** A page that leads back to the push approval is left there. */
const MOST_WAYS = 3;

type Step = 'to-list' | 'to-code' | 'code';

/**
 * Goes from Microsoft's push page to the one for a code, where the background says so: over the list of other ways to the
 * code, each clicked once. A list that the user has opened is his.
 */
export class PushPage {
  readonly #parts: Parts;
  readonly #rest: Rest;
  /** What is to be clicked next; at the end, the code is waited for. */
  #next: Step | undefined;
  #end: ReturnType<typeof setTimeout> | undefined;
  #ways = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rest = new Rest(parts.lookAgain);
  }

  changed(): void {
    this.#rest.end();
  }

  async attend({ push, field }: Found): Promise<void> {
    if (field) this.#expect(undefined);
    if (!push) return;
    if (this.#next) return this.#goOn(push);
    if (push === 'list' || this.#ways === MOST_WAYS || this.#rest.lasts()) return;
    const { page, pages } = this.#parts;
    const answer = await send('signIn.push', { page, ...pages.shown(undefined) });
    this.#rest.begin(ASK_AGAIN_MS, false);
    if (answer.kind !== 'switch') return;
    this.#ways += 1;
    this.#expect('to-list');
    // Else it goes on when somebody sees it again.
    const now = document.hidden ? undefined : pages.find().push;
    if (now) this.#goOn(now);
  }

  #goOn(push: 'waits' | 'list'): void {
    const { toList, toCode } = this.#parts.pages;
    if (this.#next === 'to-list' && push === 'waits') {
      const way = toList?.();
      if (!way) return;
      this.#expect('to-code');
      way.click();
    } else if (this.#next === 'to-code' && push === 'list') {
      const way = toCode?.();
      if (!way) return;
      this.#expect('code');
      way.click();
    }
  }

  #expect(next: Step | undefined): void {
    clearTimeout(this.#end);
    this.#next = next;
    if (!next) return;
    this.#end = setTimeout(() => {
      this.#next = undefined;
      const { page, pages } = this.#parts;
      if (!pages.find().field) void send('signIn.stuck', { page }).catch(() => undefined);
    }, LONGEST_STEP_MS);
  }
}
