import { vi } from 'vitest';
import { ClockDoubt } from '../../src/approvals/clock-doubt.ts';
import { Releases } from '../../src/approvals/releases.ts';
import { OwnCopy } from '../../src/clipboard/own-copy.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { Enrolment } from '../../src/enrolment/enrolment.ts';
import { Intake } from '../../src/enrolment/intake.ts';
import { Fault } from '../../src/fault.ts';
import type { Reply } from '../../src/messages/envelope.ts';
import { createHandlers } from '../../src/messages/handlers.ts';
import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { createRouter } from '../../src/messages/router.ts';
import type { BrowserSender } from '../../src/messages/sender.ts';
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
/** How long an open vault may go unused, if nobody chose otherwise. */
export const UNUSED_MS = 15 * 60_000;

/** What the background does to the browser. */
export const effects = {
  isPersistent: vi.fn(async () => true),
  isEphemeral: vi.fn(() => false),
  showUnlockWindow: vi.fn(async () => {}),
  closeUnlockWindow: vi.fn(async () => {}),
  showFilled: vi.fn(async (_tabId: number) => {}),
  announceChange: vi.fn(),
  idleTimeChanged: vi.fn(async () => {}),
  clearClipboard: vi.fn(async () => {}),
  openTab: vi.fn(async (_url: string) => 9),
  showTab: vi.fn(async (_tabId: number) => {}),
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
    const { storage, clock } = machine;
    const enrolment = new Enrolment({
      storage,
      vault,
      now: clock.now,
      decode: async () => this.pageShows,
      announce: () => {},
      openTab: effects.openTab,
      showTab: effects.showTab,
      addressOf: async () => this.address,
      loadedAt: async () => 1,
    });
    const { clearClipboard, openTab: _, showTab: __, ...others } = effects;
    const handlers = createHandlers({
      vault,
      enrolment,
      intake: new Intake(storage, vault),
      scanTab: async (tabId) => {
        await enrolment.scanned(this.pageShows, { tabId, url: this.address });
        return this.pageShows.length;
      },
      releases: new Releases(storage, clock.now),
      clockDoubt: new ClockDoubt(storage),
      ownCopy: new OwnCopy(storage, clock.now, clearClipboard),
      now: clock.now,
      ...others,
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
