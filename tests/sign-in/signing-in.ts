import { Approvals } from '../../src/approvals/approvals.ts';
import { Releases } from '../../src/approvals/releases.ts';
import type { Asking } from '../../src/approvals/request.ts';
import type { Answer } from '../../src/approvals/turn.ts';
import type { FillOutcome } from '../../src/messages/envelope.ts';
import type { ReleaseAnswer } from '../../src/messages/protocol.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { SignIn, type SignInStatus } from '../../src/sign-in/sign-in.ts';
import type { Account } from '../../src/vault/account.ts';
import { find, type NewAccount } from '../../src/vault/accounts.ts';
import { fillModeOf } from '../../src/vault/fill-mode.ts';
import { type Filling, setFilling } from '../../src/vault/filling.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { type Machine, newMachine, newOpenVault, RECOVERY_CODE } from '../vault/in-memory.ts';

export const ENTRA = 'https://login.microsoftonline.com';
export const LIVE = 'https://login.live.com';
export const BANK = 'https://bank.example';
export const TENANT = '11111111-2222-4333-8444-555555555555';
export const OTHER_TENANT = '99999999-2222-4333-8444-555555555555';
export const ALEX = 'alex@contoso.example';
export const KIM = 'kim@contoso.example';
export const OTHER_SECRET = 'NBSWY3DPEB3W64TMMQ';

export const TAB = 7;
export const OTHER_TAB = 8;

/** The page as our script sees it, in a tab. */
export interface Shown {
  readonly tabId: number;
  readonly url: string;
  /** How the document calls itself. */
  readonly page: string;
  readonly shown: readonly string[];
  readonly tenant?: string | undefined;
  /** Which of its challenges; the first one where nothing else is said. */
  readonly field?: number;
  /** How many characters its field takes. */
  readonly room?: number;
}

/** Another name of a document for every number below ten. */
export const pageName = (number: number) => `0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f7${number}`;

/** The bank's sign-in page. */
export const atBank = (changes: Partial<Shown> = {}): Shown => ({
  ...{ tabId: TAB, url: `${BANK}/login`, page: pageName(1), shown: [] },
  ...changes,
});

/** Microsoft's for work accounts. */
export const atEntra = (changes: Partial<Shown> = {}): Shown =>
  atBank({ url: `${ENTRA}/common/oauth2/v2.0/authorize`, shown: [ALEX], ...changes });

/** What the user would say, in place of a window. */
class ScriptedApprovals extends Approvals {
  verdict: Answer = 'asked';
  number: number | undefined = undefined;
  readonly asked: Asking[] = [];
  readonly settledPages: [tabId: number, page: string][] = [];
  readonly refusedTabs: number[] = [];
  /** Sites that may not ask for a while. */
  readonly silenced = new Set<string>();

  override async ask(asking: Asking): Promise<Answer> {
    this.asked.push(asking);
    return this.verdict;
  }

  override async settled(tabId: number, page: string): Promise<void> {
    this.settledPages.push([tabId, page]);
  }

  override async refuseTab(tabId: number): Promise<void> {
    this.refusedTabs.push(tabId);
  }

  override async numberFor(): Promise<number | undefined> {
    return this.number;
  }

  override async isSilenced(origin: string): Promise<boolean> {
    return this.silenced.has(origin);
  }
}

/** A browser with an open vault, whose tabs show what they are told to. */
export class SigningIn {
  readonly machine: Machine;
  vault: Vault;
  signIn: SignIn;
  releases: Releases;
  approvals: ScriptedApprovals;
  /** Sites that the browser keeps us out of, unless the user acts. */
  readonly unreachable = new Set<string>();
  /** What the toolbar button of a tab was told last. */
  readonly toolbar = new Map<number, SignInStatus>();
  /** What each tab shows. */
  readonly tabs = new Map<number, Shown>();
  announced = 0;
  toldOwnPages = 0;
  /** What a page does once the user wants a code there; by default what our script does. */
  onFill = async (tabId: number, _origin: string): Promise<FillOutcome> => this.#fillByHand(tabId);

  private constructor(machine: Machine, vault: Vault) {
    this.machine = machine;
    this.vault = vault;
    ({ signIn: this.signIn, releases: this.releases, approvals: this.approvals } = this.#start());
    // The start of a step of 30 seconds.
    this.pass(30_000 - (this.now() % 30_000));
  }

  static async begin(): Promise<SigningIn> {
    const machine = newMachine();
    return new SigningIn(machine, await newOpenVault(machine));
  }

  /** The worker was killed, and is started again. */
  restart(): void {
    this.vault = this.machine.startWorker();
    const { verdict, number } = this.approvals;
    ({ signIn: this.signIn, releases: this.releases, approvals: this.approvals } = this.#start());
    Object.assign(this.approvals, { verdict, number });
  }

  #start() {
    const { machine, vault } = this;
    const { storage, clock } = machine;
    const releases = new Releases(storage, clock.now);
    const approvals = new ScriptedApprovals({
      storage,
      vault,
      now: clock.now,
      showWindow: async () => 1,
      closeWindow: async () => {},
      setAlarm: () => {},
      onChanged: () => {},
      onRenamed: () => {},
      onEnded: () => {},
    });
    const signIn = new SignIn({
      storage,
      vault,
      releases,
      approvals,
      now: clock.now,
      mayReach: async (origin) => !this.unreachable.has(origin),
      addressOf: async (tabId) => this.tabs.get(tabId)?.url,
      askPage: async (tabId, origin) => this.onFill(tabId, origin),
      show: (tabId, status) => void this.toolbar.set(tabId, status),
      announceChange: () => {
        this.announced += 1;
      },
      announceStatus: () => {
        this.toldOwnPages += 1;
      },
    });
    return { signIn, releases, approvals };
  }

  now(): number {
    return this.machine.clock.now();
  }

  /** @param ms negative: the clock is set back */
  pass(ms: number): void {
    this.machine.clock.advance(ms);
  }

  lock(): Promise<void> {
    return this.vault.lock();
  }

  unlock(): Promise<void> {
    return this.vault.open({ recoveryCode: RECOVERY_CODE });
  }

  async add(
    credential: Credential = totp(),
    { origins = [BANK], tenant, ...filling }: Partial<Filling> & Partial<NewAccount> = {},
  ): Promise<Account> {
    const { account } = await this.vault.add({ credential, kind: 'work', origins, tenant });
    const { mode = fillModeOf(account), submits = false, insteadOfPush = false } = filling;
    await this.vault.change(setFilling(account.id, { mode, submits, insteadOfPush }));
    return account;
  }

  async account(id: string): Promise<Account> {
    return find(await this.vault.document(), id);
  }

  /** The page asks for a code, as it does with every change. */
  field(shown: Shown): Promise<ReleaseAnswer> {
    return this.signIn.field(...this.#visitField(shown));
  }

  byHand(shown: Shown): Promise<ReleaseAnswer> {
    return this.signIn.byHand(...this.#visitField(shown));
  }

  push(shown: Shown): Promise<boolean> {
    return this.signIn.push(...this.#visit(shown));
  }

  stuck(shown: Shown): Promise<void> {
    const [{ page }, from] = this.#visit(shown);
    return this.signIn.stuck(page, from);
  }

  left(shown: Shown): Promise<void> {
    const [{ page }, from] = this.#visit(shown);
    return this.signIn.left(page, from);
  }

  /** As the router tells it: the code stands in the field of the tab. */
  async filled(tabId = TAB): Promise<void> {
    await this.releases.filled(tabId);
    await this.signIn.filled(tabId);
  }

  /** As the router tells it: the page of the tab says that the code is wrong. */
  async refused(tabId = TAB): Promise<void> {
    const [, from] = this.#visit(this.tabs.get(tabId) ?? atBank({ tabId }));
    const accountId = await this.releases.refused(tabId);
    await this.signIn.refused(undefined, from, accountId !== undefined);
  }

  /** The same as our script says it, of whatever document. */
  async refusedAt(shown: Shown): Promise<void> {
    const accountId = await this.releases.refused(shown.tabId);
    await this.signIn.refused(...this.#visit(shown), accountId !== undefined);
  }

  /** A new document begins in the tab, with our script in it. */
  begins(page: string, tabId = TAB): Promise<void> {
    return this.left(atBank({ page, tabId }));
  }

  /** The page asks, and fills in what it gets. */
  async fillIn(shown: Shown): Promise<ReleaseAnswer> {
    const answer = await this.field(shown);
    if (answer.kind === 'code') await this.filled(shown.tabId);
    return answer;
  }

  /** The user's Fill in the popup. */
  fill(tabId: number, { id }: { readonly id: string }): Promise<FillOutcome> {
    return this.signIn.fill(tabId, id);
  }

  async #fillByHand(tabId: number): Promise<FillOutcome> {
    const shown = this.tabs.get(tabId);
    if (!shown) return 'no-field';
    const answer = await this.byHand(shown);
    if (answer.kind === 'wait') return 'waiting';
    if (answer.kind === 'none') return 'not-filled';
    await this.filled(tabId);
    return 'filled';
  }

  #visit(shown: Shown) {
    this.tabs.set(shown.tabId, shown);
    const { tabId, url, page, tenant } = shown;
    const from = { tabId, url, origin: new URL(url).origin, title: 'Sign in' };
    return [{ page, shown: shown.shown, tenant }, from] as const;
  }

  #visitField(shown: Shown) {
    const [wanting, from] = this.#visit(shown);
    return [{ ...wanting, field: shown.field ?? 1, room: shown.room }, from] as const;
  }

  /** The code of now, of a secret. */
  code(secret = RFC_SECRET, submit = false): ReleaseAnswer {
    return { kind: 'code', code: codeOf(secret, Math.floor(this.now() / 30_000)), submit };
  }
}

/** The code of a time step, or a counter. */
export function codeOf(secret: string, step: number): string {
  return referenceCode(decodeBase32(secret), { algorithm: 'SHA1', digits: 6, step });
}

export const NONE: ReleaseAnswer = { kind: 'none' };

export const wait = (ms: number): ReleaseAnswer => ({ kind: 'wait', ms });
