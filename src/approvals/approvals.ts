import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { visibleText } from '../qr/visible-text.ts';
import { Queue } from '../queue.ts';
import { rememberRefusal } from '../vault/filling.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import type { Vault } from '../vault/vault.ts';
import { chooseNumbers } from './choose-numbers.ts';
import {
  type ApprovalRequest,
  type Asking,
  isLive,
  type LiveRequest,
  type Outcome,
} from './request.ts';
import { type Answer, HeldSchema, NOTHING_HELD, Turn } from './turn.ts';

const KEY = 'approvals.requests';

/** Characters of the tab's title that are kept: it is a stranger's text. */
const MOST_OF_TITLE = 200;

/** What approvals are built on. */
interface Parts {
  /** In memory: `storage.session`. */
  readonly storage: KeyValueStorage;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A whole number below the given one; by default from the browser's generator. */
  readonly random?: (bound: number) => number;
  readonly vault: Pick<Vault, 'verify' | 'change'>;
  /**
   * Brings the window to the front, or opens one where the given one is not there.
   *
   * @returns its id
   */
  readonly showWindow: (windowId: number | null) => Promise<number>;
  readonly closeWindow: (windowId: number) => Promise<void>;
  /** Has {@link Approvals.tick} called then, or not at all. It may come late. */
  readonly setAlarm: (when: number | null) => void;
  /** Something else is to be shown of this tab: its badge, the popup, the window; and its page is to ask again. */
  readonly onChanged: (tabId: number) => void;
  /** The window alone is to look again. With every page that would ask again, a title that blinks would never end it. */
  readonly onRenamed: () => void;
  /** After it was stored. */
  readonly onEnded: (request: LiveRequest, outcome: Outcome) => void;
}

/** What the window shows. */
export interface OnShow {
  readonly request: ApprovalRequest | undefined;
  /** Its site may not ask for some minutes. */
  readonly isQuiet: boolean;
  /** How many more wait: to be shown, or to have their ending told. */
  readonly waiting: number;
}

/**
 * Asks the user before a code goes out: in a window of our own, with a number that the tab's toolbar button shows and a
 * verification. Whatever else happens is a refusal. All of it is in storage after each step, so that a worker that dies
 * takes nothing with it.
 */
export class Approvals {
  readonly #parts: Parts;
  readonly #queue = new Queue();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * What the page may have. `approved`: one code, until {@link settled}; the same question gets the same answer until
   * something happens. `refused` stays for this document, `silenced` for its site for ten minutes.
   */
  async ask(asking: Asking): Promise<Answer> {
    const { random } = this.#parts;
    const title = visibleText(asking.title, MOST_OF_TITLE);
    const { answer, added } = await this.#turn((turn) =>
      turn.ask({ ...asking, title }, crypto.randomUUID(), () => chooseNumbers(random)),
    );
    if (answer === 'asked') await this.#showWindow(added);
    return answer;
  }

  /** The code stood in the field of this document: the approval is used up. */
  settled(tabId: number, page: string): Promise<void> {
    return this.#turn((turn) => {
      const request = turn.ofTab(tabId);
      if (request?.page === page && request.step === 'approved') turn.end(request, 'filled');
    });
  }

  /** The user himself wants a code in this document now: that one was refused there before does not count any more. */
  wantedAgain(page: string): Promise<void> {
    return this.#turn((turn) => turn.forgive(page));
  }

  /** Whether the site may not ask for a while: the user said that it was not he, or refused it again and again. */
  isSilenced(origin: string): Promise<boolean> {
    return this.#turn((turn) => turn.isQuiet(origin));
  }

  /** The number that the tab's badge shows until it is approved. */
  numberFor(tabId: number): Promise<number | undefined> {
    return this.#turn((turn) => {
      const request = turn.ofTab(tabId);
      return request && request.step !== 'approved' ? request.number : undefined;
    });
  }

  /** The number of the request on show, until it is approved, and whose it is. */
  numberOnShow(): Promise<Pick<LiveRequest, 'tabId' | 'number'> | undefined> {
    return this.#turn(({ front }) => {
      if (!front || !isLive(front) || front.step === 'approved') return undefined;
      return { tabId: front.tabId, number: front.number };
    });
  }

  /** The document that asked is gone: the tab was closed, or shows another one. */
  refuseTab(tabId: number): Promise<void> {
    return this.#turn((turn) => {
      const request = turn.ofTab(tabId);
      if (request) turn.end(request, 'gone');
    });
  }

  /** The vault is locked: nothing that was begun before goes on. */
  locked(): Promise<void> {
    return this.#turn((turn) => {
      for (const request of turn.live) turn.end(request, 'locked');
    });
  }

  /** Any window was closed. With ours, the user refuses all that was asked in it. */
  windowClosed(windowId: number): Promise<void> {
    return this.#turn((turn) => {
      if (turn.held.windowId !== windowId) return;
      turn.setWindow(null);
      for (const request of turn.live) if (request.step !== 'approved') turn.end(request, 'closed');
      for (const request of turn.held.requests) if (!isLive(request)) turn.putAway(request);
    });
  }

  /** Looks at the deadlines. An alarm that came too early is set again. */
  tick(): Promise<void> {
    return this.#turn(({ deadline }) => {
      if (deadline !== null) this.#parts.setAlarm(deadline);
    });
  }

  /** For the window: from now on, the time of the first request runs. */
  onShow(): Promise<OnShow> {
    return this.#turn((turn) => {
      turn.show();
      const { front, held } = turn;
      return {
        request: front,
        isQuiet: front !== undefined && turn.isQuiet(front.origin),
        waiting: Math.max(0, held.requests.length - 1),
      };
    });
  }

  /**
   * The user picks the number, once. What ended meanwhile stays as it ended.
   *
   * @throws Fault `refused` where it is not on show
   */
  pick(id: string, number: number): Promise<void> {
    return this.#turn((turn) => {
      const request = required(turn, id);
      if (request.step === 'queued') throw new Fault('refused', 'it is not its turn');
      if (request.step !== 'shown') return;
      if (number !== request.number) turn.end(request, 'wrong-number');
      else turn.pick(request);
    });
  }

  /**
   * The user shows that it is him.
   *
   * @throws Fault `refused` before the right number was picked; `wrong-key`, `recovery-code-mistyped`: he may try again
   */
  confirm(id: string, opener: Parameters<Vault['verify']>[0]): Promise<void> {
    return this.#turn(async (turn) => {
      const request = required(turn, id);
      if (!isLive(request) || request.step === 'approved') return;
      if (request.step !== 'picked') throw new Fault('refused', 'no number was picked');
      try {
        await this.#parts.vault.verify(opener);
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'locked') throw error;
        turn.end(request, 'locked');
        return;
      }
      // It took its time.
      turn.expire();
      if (turn.find(id)?.step === 'picked') turn.approve(request);
    });
  }

  /**
   * "It's not me": refuses, silences the site and remembers it with the account.
   *
   * @throws Fault `refused` where it is not there; those of the vault where it cannot be remembered: it is refused all the same
   */
  async refuse(id: string): Promise<void> {
    const refused = await this.#turn((turn) => {
      const request = required(turn, id);
      if (!isLive(request) || request.step === 'approved') return undefined;
      turn.end(request, 'not-me');
      return request;
    });
    if (!refused) return;
    const { accountId, origin } = refused;
    const refusal = { at: this.#parts.now(), kind: 'not-me', origin } as const;
    await this.#parts.vault.change(rememberRefusal(accountId, refusal));
  }

  /** The user has read how it ended: the next one is shown, or the window closes. */
  next(id: string): Promise<void> {
    return this.#turn((turn) => {
      const request = turn.find(id);
      if (request && !isLive(request)) turn.putAway(request);
    });
  }

  /** @param added brings the window to the front, unless another one is on show in it */
  #showWindow(added: LiveRequest | undefined): Promise<void> {
    return this.#turn(async (turn) => {
      const { live, held } = turn;
      const [first] = live;
      if (!first || (held.windowId !== null && first.id !== added?.id)) return;
      // Without a window it runs out of time; the page's next question tries again.
      const shown = await this.#parts.showWindow(held.windowId).catch(() => null);
      turn.setWindow(shown);
    });
  }

  /** One look at what is held. What changes is stored also where it ends with a throw. */
  #turn<Result>(act: (turn: Turn) => Result | Promise<Result>): Promise<Result> {
    return this.#queue.run(async () => {
      const { storage, now } = this.#parts;
      const parsed = v.safeParse(HeldSchema, (await storage.get(KEY))[KEY]);
      const before = parsed.success ? parsed.output : NOTHING_HELD;
      const turn = new Turn(before, now);
      try {
        return await act(turn);
      } finally {
        if (turn.held !== before) await this.#store(turn);
      }
    });
  }

  async #store(turn: Turn): Promise<void> {
    const { storage, setAlarm, onChanged, onRenamed, onEnded, closeWindow } = this.#parts;
    const { windowId, requests } = turn.held;
    const isDone = windowId !== null && requests.length === 0;
    // Before it is closed: then it is no longer the user who closes it.
    if (isDone) turn.setWindow(null);
    await storage.set({ [KEY]: turn.held });
    setAlarm(turn.deadline);
    for (const [request, outcome] of turn.ended) onEnded(request, outcome);
    for (const tabId of turn.changedTabs) onChanged(tabId);
    if (turn.isRenamed) onRenamed();
    if (isDone) await closeWindow(windowId);
  }
}

function required(turn: Turn, id: string): ApprovalRequest {
  const request = turn.find(id);
  if (!request) throw new Fault('refused', 'no such request');
  return request;
}
