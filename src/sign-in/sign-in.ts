import type { Approvals } from '../approvals/approvals.ts';
import type { Releases } from '../approvals/releases.ts';
import type { Outcome } from '../approvals/request.ts';
import { Fault } from '../fault.ts';
import type { FillOutcome } from '../messages/envelope.ts';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import { type BoundAccounts, boundAccounts, type Why } from '../origins/bound-account.ts';
import { isMicrosoftSignIn, tenantOfSignIn } from '../origins/microsoft.ts';
import { exactOrigin } from '../origins/origin.ts';
import { Queue } from '../queue.ts';
import type { Account } from '../vault/account.ts';
import { find, liveAccounts } from '../vault/accounts.ts';
import type { VaultDocument } from '../vault/document.ts';
import { documentIfOpen } from '../vault/document-if-open.ts';
import { bindOrigin } from '../vault/facts.ts';
import { fillModeOf } from '../vault/fill-mode.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import type { Vault } from '../vault/vault.ts';
import { type Act, type Fill, type Held, HeldSignIns } from './held.ts';
import { releaseTo } from './release-to.ts';
import type { SignInState } from './states.ts';

/** The document that asks: origin, address and title from the browser, the rest as it says. */
export interface SigningIn {
  readonly tabId: number;
  readonly origin: string;
  readonly url: string;
  readonly title: string;
}

/** What it says. */
interface Wanting {
  readonly page: string;
  readonly shown: readonly string[];
  readonly tenant?: string | undefined;
}

/** The same of a field for a code. */
interface WantingCode extends Wanting {
  /** Which of the document's challenges. */
  readonly field: number;
  /** How many characters it takes, where it says so. */
  readonly room?: number | undefined;
}

/** What is to be said of a tab: on the toolbar button, and in the popup. */
export interface SignInStatus {
  readonly state: SignInState;
  readonly wants: 'nothing' | 'code' | 'other-approval';
  readonly shown: readonly string[];
  /** The account that it is about, where there is one. */
  readonly accountId?: string | undefined;
  /** The number that is to be picked in the approval window. */
  readonly number?: number | undefined;
  /** When the code comes that is waited for, in milliseconds since 1970. */
  readonly codeAt?: number | undefined;
}

interface Services {
  readonly storage: KeyValueStorage;
  readonly vault: Vault;
  readonly releases: Releases;
  readonly approvals: Approvals;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether the browser lets us into the site without an act of the user. */
  readonly mayReach: (origin: string) => Promise<boolean>;
  /** The address of a tab's page; undefined where the browser does not tell it. */
  readonly addressOf: (tabId: number) => Promise<string | undefined>;
  /** Tells the page of a tab that the user wants a code there. @throws Fault `page-not-readable` */
  readonly askPage: (tabId: number, origin: string) => Promise<FillOutcome>;
  /** Shows on the toolbar button how far it is. */
  readonly show: (tabId: number, status: SignInStatus) => void;
  /** Has all pages ask again. */
  readonly announceChange: () => void;
  /** Has our own pages ask again: the popup may be open over the page. */
  readonly announceStatus: () => void;
}

/** A vault that is opened within this time goes on with what a page asked for, or with what the user wanted. */
const UNLOCK_MS = 60_000;
/** As long as a code that is waited for, an approval and a verification may take together. */
const ACT_MS = 180_000;

/** So often an account is filled in by itself in one tab, within this time. More is a page that goes round in circles. */
const MOST_FILLS = 6;
const FILLS_MS = 5 * 60_000;

/** A site that wants a code again so soon has refused the one before. */
const REFUSED_MS = 120_000;

const NONE: ReleaseAnswer = { kind: 'none' };

/**
 * Who gets a code, and when. A page asks with every change, here and there, and is only ever answered: nothing is sent to
 * a page that did not ask. It learns nothing of why it gets no code, not even that the vault is locked.
 */
export class SignIn {
  readonly #services: Services;
  readonly #memory: HeldSignIns;
  readonly #queues = new Map<number, Queue>();

  constructor(services: Services) {
    this.#services = services;
    this.#memory = new HeldSignIns(services.storage);
  }

  /** A page shows an empty field for a code. */
  field(wanting: WantingCode, from: SigningIn): Promise<ReleaseAnswer> {
    return this.#inTurn(from.tabId, async () => {
      const act = await this.#actIn(from, wanting.page);
      return this.#answer(wanting, from, act);
    });
  }

  /** The same because of what the user did. */
  byHand(wanting: WantingCode, from: SigningIn): Promise<ReleaseAnswer> {
    return this.#inTurn(from.tabId, async () => {
      const act = await this.#actIn(from, wanting.page);
      return act ? this.#answer(wanting, from, act) : NONE;
    });
  }

  /** A page waits for an approval on a phone. True: it is to go on to the code instead. */
  push(wanting: Wanting, from: SigningIn): Promise<boolean> {
    return this.#inTurn(from.tabId, async () => {
      const arrived = await this.#arrive(wanting, from, 'other-approval');
      const document = await documentIfOpen(this.#services.vault);
      if (!document) {
        await this.#waitForUnlock(from, arrived);
        return false;
      }
      const before = unlocked(arrived, this.#services.now());
      // Each control is clicked once.
      if (before.state === 'switching') return false;
      const { one, fitting } = this.#bound(document, wanting, from);
      const held = { ...before, ...(one ? { accountId: one.account.id } : {}) };
      // Who comes back to it in the same document wants the push.
      const act = await this.#actIn(from, wanting.page);
      const byItself =
        !act && !before.hasSwitched && (await this.#switches(before, one?.account, from));
      const isMeant = act !== undefined && act.accountId === one?.account.id;
      if (byItself) await this.#countByItself(from.tabId, held);
      if (byItself || isMeant) {
        await this.#hold(from.tabId, { ...held, state: 'switching', hasSwitched: true });
        return true;
      }
      const otherwise = one ? 'ready' : fitting.length > 0 ? 'several' : 'idle';
      const isStuck = before.state === 'stopped';
      await this.#hold(from.tabId, { ...held, state: isStuck ? 'stopped' : otherwise });
      return false;
    });
  }

  /** The way to the code ended somewhere else: the page has none, or not the one that is known. */
  stuck(page: string, { tabId }: SigningIn): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const held = await this.#memory.held(tabId);
      if (held?.page !== page || held.state !== 'switching') return;
      await this.#memory.setAct(tabId, undefined);
      await this.#hold(tabId, { ...held, state: 'stopped' });
    });
  }

  /** What a document wanted is gone from it; or it is a new one, and the one before is gone. */
  left(page: string, { tabId }: SigningIn): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const held = await this.#memory.held(tabId);
      const last = await this.#memory.lastFill(tabId);
      // A document also says so of each of its fields.
      if (last && last.latest !== page) {
        const documents = last.documents + 1;
        await this.#memory.setLastFill(tabId, { ...last, latest: page, documents });
      }
      if (held?.page === page && DONE.includes(held.state)) return;
      await this.#services.approvals.refuseTab(tabId);
      if (held) await this.#forget(tabId);
    });
  }

  /** The code stood in the field of the tab's page. */
  filled(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const held = await this.#memory.held(tabId);
      if (!held) return;
      await this.#services.approvals.settled(tabId, held.page);
      const act = await this.#memory.act(tabId);
      if (act?.page === held.page) await this.#memory.setAct(tabId, undefined);
      const { origin, page, accountId } = held;
      if (accountId !== undefined) {
        const at = this.#services.now();
        const last = { origin, accountId, at, latest: page, documents: 0 };
        await this.#memory.setLastFill(tabId, last);
      }
      await this.#hold(tabId, { ...held, state: 'filled' });
    });
  }

  /**
   * The tab's page says that the code was wrong: nothing more goes in there by itself.
   *
   * @param isOurs whether a code of ours was filled in there
   */
  refused(wanting: Wanting | undefined, from: SigningIn, isOurs: boolean): Promise<void> {
    const { tabId } = from;
    return this.#inTurn(tabId, async () => {
      // The page speaks of something else, as one does that the approval window took the focus from.
      if ((await this.#services.approvals.numberFor(tabId)) !== undefined) return;
      const held = wanting
        ? await this.#arrive(wanting, from, 'code')
        : await this.#memory.held(tabId);
      if (!held) return;
      const act = await this.#memory.act(tabId);
      if (act?.page === held.page) await this.#memory.setAct(tabId, undefined);
      const document = await documentIfOpen(this.#services.vault);
      const bound = document && this.#bound(document, held, from);
      const accountId = held.accountId ?? bound?.one?.account.id;
      const otherwise = bound && isAmbiguous(bound, from) ? 'several' : 'idle';
      await this.#hold(tabId, {
        ...held,
        ...(accountId === undefined
          ? { state: otherwise }
          : { state: isOurs ? 'stopped' : 'ready', accountId }),
        onlyOffered: true,
      });
    });
  }

  /** What is to be said of a tab. */
  async status(tabId: number): Promise<SignInStatus> {
    const held = await this.#heldHere(tabId);
    return held ? this.#statusOf(tabId, held) : IDLE;
  }

  /** The accounts that are bound to the site of a tab. @throws Fault `locked` */
  async accounts(tabId: number): Promise<BoundAccounts<Account>> {
    const url = (await this.#services.addressOf(tabId)) ?? '';
    const origin = exactOrigin(url)?.origin;
    if (origin === undefined) return { one: undefined, fitting: [], others: [] };
    const { shown = [], tenant } = (await this.#heldHere(tabId)) ?? {};
    const document = await this.#services.vault.document();
    return this.#bound(document, { shown, tenant }, { origin, url });
  }

  /**
   * The user wants the code of an account in the page of a tab.
   *
   * @throws Fault `not-bound`, `unknown-account`, `page-not-readable`, `locked`
   */
  async fill(tabId: number, accountId: string): Promise<FillOutcome> {
    const origin = await this.#originOf(tabId);
    const account = find(await this.#services.vault.document(), accountId);
    if (!account.origins.includes(origin)) throw new Fault('not-bound', 'another site', 'id');
    const { page } = (await this.#heldHere(tabId)) ?? {};
    if (page !== undefined) await this.#services.approvals.wantedAgain(page);
    await this.#act(tabId, { origin, accountId, isForFitting: false });
    const outcome = await this.#services.askPage(tabId, origin).catch(async (error: unknown) => {
      await this.#forgetAct(tabId);
      throw error;
    });
    // The page does not know why it got none.
    const { state } = await this.status(tabId);
    if (outcome === 'not-filled' && state === 'asked') return 'asked';
    if (outcome !== 'waiting') await this.#forgetAct(tabId);
    const isRefused = fillModeOf(account) === 'ask' && state === 'ready';
    return outcome === 'not-filled' && isRefused ? 'refused' : outcome;
  }

  /**
   * The user's keyboard command or menu item.
   *
   * @returns whether a code went into the page or is on its way; else the user has to be shown why not
   */
  async act(tabId: number): Promise<boolean> {
    const { vault } = this.#services;
    if (!(await vault.isOpen())) {
      await this.wanted(tabId);
      return false;
    }
    const { one, fitting, others } = await this.accounts(tabId);
    // At Microsoft, the others are of other people.
    const [only, ...more] = isMicrosoftSignIn(await this.#originOf(tabId))
      ? fitting
      : [...fitting, ...others];
    const account = one?.account ?? (more.length === 0 ? only : undefined);
    if (!account) return false;
    return UNDER_WAY.includes(await this.fill(tabId, account.id));
  }

  /** From now on, the site in the tab gets the account's codes, and one at once. @param origin as the user saw it */
  async bind(tabId: number, accountId: string, origin: string): Promise<void> {
    // A site that the browser does not tell any more is another one as well: it told of this one.
    if (exactOrigin(await this.#services.addressOf(tabId))?.origin !== origin) {
      throw new Fault('page-moved', 'the tab shows another site by now', 'origin');
    }
    await this.#services.vault.change(bindOrigin(accountId, origin));
    // The popup may be gone before it can say so: the browser closes it where it asks for the site.
    await this.#act(tabId, { origin, accountId, isForFitting: false });
    this.#services.announceChange();
  }

  /** From Microsoft's push page to the one for a code, and the code into it. @throws Fault `not-bound` */
  async useCode(tabId: number): Promise<void> {
    const held = await this.#heldHere(tabId);
    if (held?.accountId === undefined) throw new Fault('not-bound', 'no account fits', 'tabId');
    const { origin, accountId } = held;
    await this.#act(tabId, { origin, accountId, isForFitting: true });
    this.#services.announceChange();
  }

  /** The user is about to unlock for what the tab's page wants. */
  wanted(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const held = await this.#memory.held(tabId);
      if (held?.state === 'locked') {
        await this.#memory.hold(tabId, { ...held, lockedAt: this.#services.now() });
      }
    });
  }

  /** The vault was opened: what has waited for it goes on, or is only offered from now on where that was long ago. */
  async opened(): Promise<void> {
    for (const tabId of await this.#memory.tabs()) {
      await this.#inTurn(tabId, async () => {
        const held = await this.#memory.held(tabId);
        if (held?.state !== 'locked') return;
        await this.#memory.hold(tabId, { ...unlocked(held, this.#services.now()), state: 'idle' });
      });
    }
  }

  /** The number to be picked came or went, or the approval ended. */
  approvalChanged(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const held = await this.#heldHere(tabId);
      if (!held) return;
      const number = await this.#services.approvals.numberFor(tabId);
      const isOver = number === undefined && held.state === 'asked';
      if (isOver) await this.#hold(tabId, { ...held, state: 'ready' });
      else this.#services.show(tabId, await this.#statusOf(tabId, held));
    });
  }

  /** What the user wanted ends with his refusal: no other document shall ask for it again. */
  approvalEnded(tabId: number, outcome: Outcome): Promise<void> {
    return this.#inTurn(tabId, async () => {
      if (outcome !== 'filled' && outcome !== 'gone') await this.#memory.setAct(tabId, undefined);
    });
  }

  /** Another document is on its way into the tab. One of another site ends what the one before wanted. */
  loads(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      if (!(await this.#memory.held(tabId)) || (await this.#heldHere(tabId))) return;
      await this.#services.approvals.refuseTab(tabId);
      await this.#forget(tabId);
    });
  }

  closed(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      await this.#services.approvals.refuseTab(tabId);
      await this.#memory.hold(tabId, undefined);
      await this.#memory.setAct(tabId, undefined);
      await this.#memory.setLastFill(tabId, undefined);
      this.#queues.delete(tabId);
    });
  }

  async #answer(
    wanting: WantingCode,
    from: SigningIn,
    act: Act | undefined,
  ): Promise<ReleaseAnswer> {
    const { tabId } = from;
    const arrived = await this.#arrive(wanting, from, 'code');
    const document = await documentIfOpen(this.#services.vault);
    if (!document) return this.#waitForUnlock(from, arrived);
    const held = unlocked(arrived, this.#services.now());
    const bound = this.#bound(document, wanting, from);
    const account = act ? meant(document, bound, act) : bound.one?.account;
    if (!account) {
      await this.#hold(tabId, { ...held, state: isAmbiguous(bound, from) ? 'several' : 'idle' });
      return NONE;
    }
    const about: Held = { ...held, accountId: account.id };
    const isTooLong = account.credential.digits > (wanting.room ?? account.credential.digits);
    const refusal = act ? undefined : await this.#whyNotByItself(about, account, from);
    if (refusal || isTooLong) {
      await this.#hold(tabId, { ...about, ...refusal });
      return NONE;
    }
    const why = act ? 'chosen' : bound.one?.why;
    const isAllowed =
      fillModeOf(account) !== 'ask' ||
      (await this.#isApproved(about, from, { accountId: account.id, field: wanting.field, why }));
    return isAllowed ? this.#release(about, account, document, from, act) : NONE;
  }

  /** What keeps a code from going in without an act of the user. */
  async #whyNotByItself(
    { state, onlyOffered }: Held,
    account: Account,
    { tabId, origin }: SigningIn,
  ): Promise<Pick<Held, 'state' | 'onlyOffered'> | undefined> {
    if (state === 'stopped') return { state, onlyOffered: true };
    if (onlyOffered) return { state: 'ready', onlyOffered };
    const { approvals, mayReach } = this.#services;
    const isOffered =
      fillModeOf(account) === 'manual' ||
      !(await mayReach(origin)) ||
      (await approvals.isSilenced(origin));
    if (isOffered) return { state: 'ready', onlyOffered };
    if (await this.#isAskedAgain(tabId, origin, account.id)) {
      return { state: 'stopped', onlyOffered: true };
    }
    const isTooOften = await this.#isTooOften({ tabId, origin, accountId: account.id });
    return isTooOften ? { state: 'stopped', onlyOffered: true } : undefined;
  }

  /** Whether the user has chosen, for this account, never to wait for a push approval. */
  async #switches(
    { onlyOffered }: Held,
    account: Account | undefined,
    { tabId, origin }: SigningIn,
  ): Promise<boolean> {
    if (!account?.insteadOfPush || onlyOffered) return false;
    return !(await this.#isTooOften({ tabId, origin, accountId: account.id }));
  }

  async #isApproved(
    held: Held,
    { tabId, origin, title }: SigningIn,
    about: { accountId: string; field: number; why: Why | 'chosen' | undefined },
  ): Promise<boolean> {
    const { page, shown } = held;
    const { why = 'chosen', ...asked } = about;
    const { approvals } = this.#services;
    const verdict = await approvals.ask({ ...asked, tabId, page, origin, title, shown, why });
    if (verdict === 'approved') return true;
    // Then there is no request that could end.
    if (verdict === 'silenced') await this.#memory.setAct(tabId, undefined);
    await this.#hold(tabId, { ...held, state: verdict === 'asked' ? 'asked' : 'ready' });
    return false;
  }

  async #release(
    held: Held,
    account: Account,
    { settings }: VaultDocument,
    { tabId }: SigningIn,
    act: Act | undefined,
  ): Promise<ReleaseAnswer> {
    const to = { tabId, page: held.page };
    const released = await releaseTo(this.#services, account, to, settings);
    if (released.kind === 'wait') {
      await this.#hold(tabId, { ...held, state: 'waiting' }, this.#services.now() + released.ms);
      return released;
    }
    await this.#memory.hold(tabId, { ...held, state: 'idle' });
    const { code, isAgain } = released;
    // From here on it may be in the page, whether that says so or not.
    if (act) await this.#memory.setAct(tabId, { ...act, page: held.page });
    else if (!isAgain) await this.#countByItself(tabId, held);
    return { kind: 'code', code, submit: account.submits ?? false };
  }

  /** What is held of this document; a new one begins anew. */
  async #arrive(
    { page, shown, tenant }: Wanting,
    { tabId, origin }: SigningIn,
    wants: Held['wants'],
  ): Promise<Held> {
    const before = await this.#memory.held(tabId);
    const said = { page, origin, wants, shown: [...shown], ...(tenant ? { tenant } : {}) };
    if (before?.page === page) {
      if (before.wants === wants) return { ...before, ...said };
      // On the way from the push approval to the code, or back.
      const { onlyOffered, hasSwitched } = before;
      const state = before.state === 'stopped' ? 'stopped' : 'idle';
      return { ...said, state, onlyOffered, ...(hasSwitched ? { hasSwitched } : {}) };
    }
    if (before) await this.#services.approvals.refuseTab(tabId);
    return { ...said, state: 'idle', onlyOffered: false };
  }

  async #waitForUnlock({ tabId }: SigningIn, held: Held): Promise<ReleaseAnswer> {
    const lockedAt = held.lockedAt ?? this.#services.now();
    await this.#hold(tabId, { ...held, state: 'locked', lockedAt });
    return NONE;
  }

  #bound(
    document: VaultDocument,
    { shown, tenant }: Pick<Wanting, 'shown' | 'tenant'>,
    { origin, url }: Pick<SigningIn, 'origin' | 'url'>,
  ): BoundAccounts<Account> {
    const ofAddress = isMicrosoftSignIn(origin) ? tenantOfSignIn(url) : undefined;
    return boundAccounts(liveAccounts(document), { origin, shown, tenant: ofAddress ?? tenant });
  }

  /** Something was done in the tab without an act of the user. */
  async #countByItself(tabId: number, { origin, accountId }: Held): Promise<void> {
    if (accountId === undefined) return;
    const fill = { tabId, origin, accountId, at: this.#services.now() };
    await this.#memory.setFills([...(await this.#recentFills()), fill]);
  }

  /**
   * A code was filled in just now, and the very next document wants one again: it was wrong, whether the page says so in
   * words that are known or not.
   */
  async #isAskedAgain(tabId: number, origin: string, accountId: string): Promise<boolean> {
    const last = await this.#memory.lastFill(tabId);
    if (last?.origin !== origin || last.accountId !== accountId) return false;
    return last.documents === 1 && Math.abs(this.#services.now() - last.at) < REFUSED_MS;
  }

  /** Nothing is wanted in the tab any more. */
  async #forget(tabId: number): Promise<void> {
    await this.#memory.hold(tabId, undefined);
    this.#services.show(tabId, IDLE);
  }

  async #isTooOften({ tabId, origin, accountId }: Omit<Fill, 'at'>): Promise<boolean> {
    const same = (await this.#recentFills()).filter(
      (fill) => fill.tabId === tabId && fill.origin === origin && fill.accountId === accountId,
    );
    return same.length >= MOST_FILLS;
  }

  async #recentFills() {
    const now = this.#services.now();
    return (await this.#memory.fills()).filter(({ at }) => Math.abs(now - at) < FILLS_MS);
  }

  #act(tabId: number, act: Omit<Act, 'until' | 'page'>): Promise<void> {
    return this.#inTurn(tabId, () =>
      this.#memory.setAct(tabId, { ...act, until: this.#services.now() + ACT_MS }),
    );
  }

  #forgetAct(tabId: number): Promise<void> {
    return this.#inTurn(tabId, () => this.#memory.setAct(tabId, undefined));
  }

  async #actIn({ tabId, origin }: SigningIn, page: string): Promise<Act | undefined> {
    const act = await this.#memory.act(tabId);
    if (act?.page !== undefined && act.page !== page) return undefined;
    const left = (act?.until ?? 0) - this.#services.now();
    return act?.origin === origin && left > 0 && left <= ACT_MS ? act : undefined;
  }

  async #originOf(tabId: number): Promise<string> {
    const origin = exactOrigin(await this.#services.addressOf(tabId))?.origin;
    if (origin === undefined) throw new Fault('page-not-readable', 'no https page', 'tabId');
    return origin;
  }

  /** Undefined where the tab has gone on to another site. */
  async #heldHere(tabId: number): Promise<Held | undefined> {
    const held = await this.#memory.held(tabId);
    if (!held) return undefined;
    const origin = exactOrigin(await this.#services.addressOf(tabId))?.origin;
    return held.origin === origin ? held : undefined;
  }

  async #hold(tabId: number, held: Held, codeAt?: number): Promise<void> {
    const before = await this.#memory.held(tabId);
    await this.#memory.hold(tabId, held);
    this.#services.show(tabId, { ...(await this.#statusOf(tabId, held)), codeAt });
    if (before?.state !== held.state) this.#services.announceStatus();
  }

  async #statusOf(tabId: number, held: Held): Promise<SignInStatus> {
    const { state, wants, shown, accountId } = held;
    const number = state === 'asked' ? await this.#services.approvals.numberFor(tabId) : undefined;
    return { state, wants, shown, accountId, number };
  }

  #inTurn<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#queues.get(tabId) ?? new Queue();
    this.#queues.set(tabId, queue);
    return queue.run(work);
  }
}

/** With these, the field or the push page is gone because of us; the page tells where that led nowhere. */
const DONE: readonly SignInState[] = ['filled', 'stopped', 'switching'];

/** A code is in the page, or on its way. */
const UNDER_WAY: readonly FillOutcome[] = ['filled', 'waiting', 'asked'];

const IDLE: SignInStatus = { state: 'idle', wants: 'nothing', shown: [] };

/** The vault is open: in time to go on, or so late that it is only offered. @param now milliseconds since 1970 */
function unlocked({ lockedAt, ...held }: Held, now: number): Held {
  const isLate = lockedAt !== undefined && Math.abs(now - lockedAt) > UNLOCK_MS;
  return isLate ? { ...held, onlyOffered: true } : held;
}

/** The account that the user means, if the site may still have its codes. */
function meant(
  document: VaultDocument,
  { fitting }: BoundAccounts<Account>,
  { accountId, origin, isForFitting }: Act,
): Account | undefined {
  const accounts = isForFitting ? fitting : liveAccounts(document);
  return accounts.find(({ id, origins }) => id === accountId && origins.includes(origin));
}

/** At Microsoft, all accounts are bound to the same origin: those that do not fit are others' affair. */
function isAmbiguous({ fitting, others }: BoundAccounts<Account>, { origin }: SigningIn): boolean {
  return fitting.length > 0 || (others.length > 0 && !isMicrosoftSignIn(origin));
}
