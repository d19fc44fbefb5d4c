import { vi } from 'vitest';
import { Approvals } from '../../src/approvals/approvals.ts';
import { ClockDoubt } from '../../src/approvals/clock-doubt.ts';
import { Releases } from '../../src/approvals/releases.ts';
import { OwnCopy } from '../../src/clipboard/own-copy.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { Enrolment } from '../../src/enrolment/enrolment.ts';
import { Intake } from '../../src/enrolment/intake.ts';
import { Fault } from '../../src/fault.ts';
import { FirstRun } from '../../src/first-run/first-run.ts';
import type { FillOutcome, Reply } from '../../src/messages/envelope.ts';
import { createHandlers } from '../../src/messages/handlers.ts';
import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { createRouter } from '../../src/messages/router.ts';
import type { BrowserSender } from '../../src/messages/sender.ts';
import { SignIn, type SignInStatus } from '../../src/sign-in/sign-in.ts';
import type { Account } from '../../src/vault/account.ts';
import type { NewAccount } from '../../src/vault/accounts.ts';
import { Generations } from '../../src/vault/generations.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { totp } from '../otp/credentials.ts';
import { type Machine, newMachine, PASSKEY, RECOVERY_CODE } from '../vault/in-memory.ts';
import { OWN, SENDERS } from './senders.ts';

export const SIGN_IN_ORIGIN = 'https://login.microsoftonline.com';
const FIRST = { ...PASSKEY, name: 'This device' };
/** The first way in, as a message brings it. */
export const KEY = { way: PASSKEY.way, material: encodeBase64(PASSKEY.material) };
/** The document of a tab that signs in, as it calls itself. */
export const PAGE = '2f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f72';
/** How long an open vault may go unused, if nobody chose otherwise. */
export const UNUSED_MS = 15 * 60_000;

/** What the background does to the browser. */
export const effects = {
  isPersistent: vi.fn(async () => true),
  isEphemeral: vi.fn(() => false),
  showUnlockWindow: vi.fn(async () => {}),
  closeUnlockWindow: vi.fn(async () => {}),
  showFirstRun: vi.fn(async () => {}),
  showFilled: vi.fn(async (_tabId: number) => {}),
  announceChange: vi.fn(),
  idleTimeChanged: vi.fn(async () => {}),
  clearClipboard: vi.fn(async () => {}),
  openTab: vi.fn(async (_url: string) => 9),
  showTab: vi.fn(async (_tabId: number) => {}),
  mayReach: vi.fn(async (_origin: string) => true),
  attend: vi.fn(async (_tabId: number) => {}),
  isPinned: vi.fn(async (_tabId: number) => true),
  hasToolbar: vi.fn(async (_tabId: number) => true),
  /** What the page of a tab answers when it is told that the user wants a code there. */
  askPage: vi.fn(async (_tabId: number, _origin: string): Promise<FillOutcome> => 'filled'),
  showSignIn: vi.fn((_tabId: number, _status: SignInStatus) => {}),
  showApprovals: vi.fn(async (_windowId: number | null) => 5),
  closeApprovals: vi.fn(async (_windowId: number) => {}),
};

/** A disk that may refuse to take another state. */
class Disk extends Generations {
  isFull = false;

  override async add(...given: Parameters<Generations['add']>): Promise<void> {
    if (this.isFull) throw new Fault('storage-full', 'no space is left');
    await super.add(...given);
  }
}

/** The background's services over a machine's stores, behind the router. */
export class Background {
  readonly machine: Machine = newMachine();
  /** The texts of the QR codes that every page shows. */
  pageShows: readonly string[] = [];
  /** The address of the page in every tab. */
  address = 'https://mysignins.microsoft.com/security-info';
  disk = new Disk();
  vault: Vault = this.machine.startWorker(this.disk);
  #route = this.#start();

  constructor() {
    // The start of a step of 30 seconds.
    this.machine.clock.advance(-this.machine.clock.now() % 30_000);
  }

  /** Another start of the worker. */
  restart(): void {
    this.disk = new Disk();
    this.vault = this.machine.startWorker(this.disk);
    this.#route = this.#start();
  }

  #start() {
    const { vault, machine } = this;
    const { storage, disk, clock } = machine;
    const addressOf = async () => this.address;
    const enrolment = new Enrolment({
      storage,
      vault,
      now: clock.now,
      decode: async () => this.pageShows,
      announce: () => {},
      openTab: effects.openTab,
      showTab: effects.showTab,
      addressOf,
      loadedAt: async () => 1,
    });
    const releases = new Releases(storage, clock.now);
    const approvals = new Approvals({
      storage,
      vault,
      now: clock.now,
      showWindow: effects.showApprovals,
      closeWindow: effects.closeApprovals,
      setAlarm: () => {},
      onChanged: (tabId) => void signIn.approvalChanged(tabId),
      onRenamed: () => {},
      onEnded: ({ tabId }, outcome) => void signIn.approvalEnded(tabId, outcome),
    });
    const { mayReach, askPage, showSignIn, announceChange } = effects;
    const signIn = new SignIn({
      storage,
      vault,
      releases,
      approvals,
      now: clock.now,
      mayReach,
      addressOf,
      askPage,
      show: showSignIn,
      announceChange,
      announceStatus: vi.fn(),
    });
    const handlers = createHandlers({
      vault,
      enrolment,
      firstRun: new FirstRun({ memory: storage, disk, vault }),
      intake: new Intake(storage, vault),
      scanTab: async (tabId) => {
        await enrolment.scanned(this.pageShows, { tabId, url: this.address });
        return this.pageShows.length;
      },
      signIn,
      approvals,
      releases,
      addressOf,
      clockDoubt: new ClockDoubt(storage),
      ownCopy: new OwnCopy(storage, clock.now, effects.clearClipboard),
      now: clock.now,
      ...effects,
    });
    return createRouter(handlers, OWN);
  }

  ask<Name extends MessageName>(
    sender: BrowserSender,
    name: Name,
    request?: Request<Name>,
  ): Promise<Reply> {
    return this.#route({ name, request }, sender);
  }

  /** A page shows its field for a code, and an address. */
  showField(
    sender: BrowserSender,
    { account, ...said }: { account: string; tenant?: string; page?: string },
  ): Promise<Reply> {
    return this.ask(sender, 'signIn.field', { page: PAGE, field: 1, shown: [account], ...said });
  }

  /** What the manager gets; it throws where that is a refusal. */
  get<Name extends MessageName>(name: Name, request?: Request<Name>): Promise<Response<Name>> {
    return this.getAs(SENDERS.manager, name, request);
  }

  /** The same for another sender. */
  async getAs<Name extends MessageName>(
    sender: BrowserSender,
    name: Name,
    request?: Request<Name>,
  ): Promise<Response<Name>> {
    const reply = await this.ask(sender, name, request);
    if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.field ?? ''}`);
    return reply.response as Response<Name>;
  }

  create(): Promise<void> {
    return this.vault.create(FIRST, RECOVERY_CODE);
  }

  async add(
    credential: NewAccount['credential'] = totp(),
    tenant?: string,
    origins: readonly string[] = [SIGN_IN_ORIGIN],
  ): Promise<Account> {
    return (await this.vault.add({ credential, kind: 'work', origins, tenant })).account;
  }

  /** All accounts, in the user's order, those in the recycle bin included. */
  async accounts(): Promise<Account[]> {
    return (await this.vault.document()).accounts;
  }
}
