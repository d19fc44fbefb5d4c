import * as v from 'valibot';
import type { ChosenNumbers } from './choose-numbers.ts';
import { isSilenced, QuietSchema, withEnding } from './quiet.ts';
import {
  type ApprovalRequest,
  type Asking,
  type EndedRequest,
  isLive,
  isOver,
  type LiveRequest,
  type Outcome,
  RequestSchema,
  STEP_MS,
} from './request.ts';

/** All that is remembered of approvals, in memory (`storage.session`). */
export const HeldSchema = v.strictObject({
  /** In the order in which they came. The first one is on show; one that has ended, until the user has read that. */
  requests: v.array(RequestSchema),
  /** Documents that get nothing any more, newest last. */
  refusedPages: v.array(v.string()),
  quiet: QuietSchema,
  windowId: v.nullable(v.number()),
});
export type Held = v.InferOutput<typeof HeldSchema>;

export const NOTHING_HELD: Held = {
  requests: [],
  refusedPages: [],
  quiet: { inVain: [], silenced: [] },
  windowId: null,
};

export type Answer = 'asked' | 'approved' | 'refused' | 'silenced';

/** Requests behind the first one. */
const MOST_WAITING = 5;
const MOST_REFUSED_PAGES = 200;

/** How a request ends that has run out of time. */
const OUT_OF_TIME: Record<LiveRequest['step'], Outcome> = {
  queued: 'waited-out',
  shown: 'timed-out',
  picked: 'timed-out',
  approved: 'unused',
};

/** Also of a request that was not shown yet, the user has to hear of these: nothing he did made it end. */
const TOLD_UNSHOWN: readonly Outcome[] = ['waited-out', 'silenced'];

/** After these, the same document may ask again. */
const NO_REFUSALS: readonly Outcome[] = ['filled', 'gone'];

/** One look at what is held, with what changes in it and what is to be told of that. */
export class Turn {
  readonly #now: () => number;
  #held: Held;
  /** What ended in it. */
  readonly ended: [request: LiveRequest, outcome: Outcome][] = [];
  /** Tabs of which something else is to be shown now. */
  readonly changedTabs = new Set<number>();
  /** Only the window is to look again. */
  isRenamed = false;

  constructor(held: Held, now: () => number) {
    this.#held = held;
    this.#now = now;
    this.expire();
  }

  get held(): Held {
    return this.#held;
  }

  /** The one on show, or to be shown. */
  get front(): ApprovalRequest | undefined {
    return this.#held.requests[0];
  }

  get live(): LiveRequest[] {
    return this.#held.requests.filter(isLive);
  }

  /** When the next step ends by itself. */
  get deadline(): number | null {
    const ends = this.live.map(({ until }) => until);
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  find(id: string): ApprovalRequest | undefined {
    return this.#held.requests.find((request) => request.id === id);
  }

  ofTab(tabId: number): LiveRequest | undefined {
    return this.live.find((request) => request.tabId === tabId);
  }

  isQuiet(origin: string): boolean {
    return isSilenced(this.#held.quiet, origin, this.#now());
  }

  /** Ends what has run out of time. */
  expire(): void {
    for (const request of this.live) {
      if (isOver(request, this.#now())) {
        this.end(request, OUT_OF_TIME[request.step]);
      }
    }
  }

  /** What a page that asks is answered; `added`: it is a new request. */
  ask(
    asking: Asking,
    id: string,
    choose: () => ChosenNumbers,
  ): { answer: Answer; added: LiveRequest | undefined } {
    const answer = (given: Answer) => ({ answer: given, added: undefined });
    const present = this.ofTab(asking.tabId);
    if (present && isSame(present, asking)) {
      if (present.step === 'approved') return answer('approved');
      this.#rename(present, asking.title);
      return answer('asked');
    }
    if (present) this.end(present, 'gone');
    if (this.#held.refusedPages.includes(asking.page)) return answer('refused');
    if (this.isQuiet(asking.origin)) return answer('silenced');
    // What came to its end is of no use to a window that is not there.
    if (this.#held.windowId === null) this.#set({ requests: this.live });
    if (!this.#makeRoom()) return answer('refused');
    const askedAt = this.#now();
    const until = askedAt + STEP_MS.queued;
    const added = { ...asking, id, askedAt, step: 'queued', until, ...choose() } as const;
    this.#set({ requests: [...this.#held.requests, added] });
    this.changedTabs.add(asking.tabId);
    return { answer: 'asked', added };
  }

  /** Another request of this document counts again; not while its site is silenced. */
  forgive(page: string): void {
    const refusedPages = this.#held.refusedPages.filter((each) => each !== page);
    if (refusedPages.length < this.#held.refusedPages.length) this.#set({ refusedPages });
  }

  /** From now on, the first request is on show: its time begins. */
  show(): void {
    const { front } = this;
    if (front?.step === 'queued') this.#replace({ ...front, ...this.#step('shown') });
  }

  /** The right number was picked: the time that is left stays as it is. */
  pick(request: LiveRequest): void {
    this.#replace({ ...request, step: 'picked' });
    this.changedTabs.add(request.tabId);
  }

  approve(request: LiveRequest): void {
    this.#replace({ ...request, ...this.#step('approved') });
    this.changedTabs.add(request.tabId);
  }

  /** The user is told in the window, where he knows of it or has to. One that has ended already is left alone. */
  end(request: LiveRequest, outcome: Outcome): void {
    if (!this.live.some(({ id }) => id === request.id)) return;
    if (request.step === 'queued' && !TOLD_UNSHOWN.includes(outcome)) this.putAway(request);
    else this.#replace(endedOf(request, outcome));
    this.ended.push([request, outcome]);
    this.changedTabs.add(request.tabId);
    const { refusedPages, quiet } = this.#held;
    if (!NO_REFUSALS.includes(outcome)) {
      this.#set({ refusedPages: [...refusedPages, request.page].slice(-MOST_REFUSED_PAGES) });
    }
    this.#set({ quiet: withEnding(quiet, request.origin, outcome, this.#now()) });
    if (this.isQuiet(request.origin)) this.#endQueued(request.origin);
  }

  putAway({ id }: ApprovalRequest): void {
    this.#set({ requests: this.#held.requests.filter((request) => request.id !== id) });
  }

  setWindow(windowId: number | null): void {
    this.#set({ windowId });
  }

  /** A question that comes now is worth more than the oldest ending that waits to be told. */
  #makeRoom(): boolean {
    const [, ...waiting] = this.#held.requests;
    if (waiting.length < MOST_WAITING) return true;
    const ending = waiting.find((each) => !isLive(each));
    if (ending) this.putAway(ending);
    return ending !== undefined;
  }

  #endQueued(origin: string): void {
    const [next] = this.live.filter((each) => each.step === 'queued' && each.origin === origin);
    if (next) this.end(next, 'silenced');
  }

  /** A page may count its unread messages in its title. That ends nothing: the window shows the new one. */
  #rename(request: LiveRequest, title: string): void {
    if (title === request.title) return;
    this.#replace({ ...request, title });
    this.isRenamed = true;
  }

  #step(step: LiveRequest['step']): Pick<LiveRequest, 'step' | 'until'> {
    return { step, until: this.#now() + STEP_MS[step] };
  }

  #replace(next: ApprovalRequest): void {
    this.#set({
      requests: this.#held.requests.map((request) => (request.id === next.id ? next : request)),
    });
  }

  #set(changed: Partial<Held>): void {
    this.#held = { ...this.#held, ...changed };
  }
}

function isSame(request: LiveRequest, asking: Asking): boolean {
  const { page, field, origin, accountId } = asking;
  return (
    request.page === page &&
    request.field === field &&
    request.origin === origin &&
    request.accountId === accountId &&
    // What the user has read by then is what he approves.
    (request.step === 'approved' || isSameList(request.shown, asking.shown))
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function endedOf(request: LiveRequest, outcome: Outcome): EndedRequest {
  const { step: _, until: __, number: ___, numbers: ____, ...rest } = request;
  return { ...rest, step: 'ended', outcome };
}
