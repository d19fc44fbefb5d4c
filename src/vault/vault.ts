import { randomBytes } from '../crypto/bytes.ts';
import type { Header, Slot, Way } from '../crypto/header.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault, type FaultCode } from '../fault.ts';
import { Queue } from '../queue.ts';
import type { Account } from './account.ts';
import { AccountUses } from './account-uses.ts';
import { find, type NewAccount, withoutExpired } from './accounts.ts';
import { type Added, Adding } from './adding.ts';
import type { Change } from './change.ts';
import {
  type Damaged,
  type Edit,
  type Editor,
  newDocument,
  type VaultDocument,
} from './document.ts';
import {
  checkEdited,
  requireDamaged,
  takeBack,
  withoutDamaged,
  withoutWayName,
  withUndo,
  withWayName,
} from './edit.ts';
import { stopsAsking } from './filling.ts';
import { OUTDATED } from './generations.ts';
import type { History, OpenState } from './history.ts';
import { knownWays } from './known-ways.ts';
import type { Session } from './session.ts';
import { lowersProtection, type SettingsChange, unusedMs } from './settings.ts';
import type { Traces } from './traces.ts';
import type { Use, Uses } from './use.ts';
import {
  findSlot,
  keyMaterialOf,
  keysOf,
  type NewWay,
  newKeys,
  newSealingKey,
  type Opener,
  resealSlots,
  slotFor,
  unwrapDataKey,
} from './ways.ts';

export type VaultState = 'none' | 'missing' | 'locked' | 'open';

export interface VaultStatus {
  readonly state: VaultState;
  readonly damaged: readonly Damaged[];
  /** Why the last change could not be saved. */
  readonly unsaved?: FaultCode;
  /** The change that {@link Vault.undo} takes back. */
  readonly undo?: Change;
}

/** A way in as its user knows it. Times in milliseconds since 1970. */
export interface KnownWay {
  readonly id: string;
  readonly kind: Way['kind'];
  /** Of a passkey, in base64. */
  readonly credentialId?: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt?: number;
}

/** What stands in an open vault, and what is remembered beside it. */
export interface VaultView {
  readonly document: VaultDocument;
  readonly uses: Uses;
}

/** What the vault is built on. */
interface Parts {
  readonly history: History;
  readonly session: Session;
  readonly traces: Traces;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What the vault's ways in are to be changed to. */
interface Rekeyed extends Pick<OpenState, 'dataKey' | 'document'> {
  readonly slots: readonly Slot[];
  /** How the way in that it is about is called. */
  readonly label: string;
}

/** What a change wants. */
export interface Wants {
  /** Whether a verification of the user that is not older than 60 seconds. */
  readonly fresh?: boolean | ((document: VaultDocument) => boolean);
}

interface Changed {
  readonly before: VaultDocument;
  readonly after: VaultDocument;
}

/** More states than this are not named one by one. */
const MOST_MISSING = 100;

/** So many headers are asked for the ways in: one that is damaged is outvoted. */
const AGREEING_HEADERS = 3;

/**
 * The verbs of the vault. All of them run one after the other, so that no two windows can write over each
 * other, and none is acknowledged before the new state was read back and opened.
 */
export class Vault {
  readonly #parts: Parts;
  /** Decrypted once per start of the worker; forgotten on lock. */
  #opened: OpenState | undefined;
  #unsaved: FaultCode | undefined;
  readonly #uses: AccountUses;
  #usesAreWritten = true;
  readonly #queue = new Queue();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#uses = new AccountUses(parts.traces);
  }

  /** Does not count as use: our pages ask for it on their own. */
  status(): Promise<VaultStatus> {
    return this.#queue.run(async () => {
      const opened = await this.#current();
      if (!opened) return { state: await this.#stateOfLocked(), damaged: [] };
      await this.#rescue(opened);
      const { damaged, undo } = (this.#opened ?? opened).document;
      return {
        state: 'open',
        damaged,
        ...(this.#unsaved ? { unsaved: this.#unsaved } : {}),
        ...(undo ? { undo: undo.change } : {}),
      };
    });
  }

  /**
   * Makes the vault with two ways in, and leaves it open.
   *
   * @throws Fault `vault-exists`, `recovery-code-mistyped`, `not-saved`
   */
  create(first: NewWay, recoveryCode: string): Promise<void> {
    return this.#queue.run(async () => {
      const { history, now } = this.#parts;
      if (!(await history.isEmpty())) throw new Fault('vault-exists', 'there is a vault already');
      const vaultId = encodeBase64(randomBytes(16));
      const sealingKey = newSealingKey();
      const keys = newKeys(sealingKey);
      const { dataKey } = keys;
      const slots: Slot[] = [];
      for (const opener of [first, { recoveryCode }]) {
        slots.push(await slotFor(vaultId, opener, keys, now(), slots));
      }
      const header: Header = { vaultId, generation: 0, savedAt: now(), slots };
      const document = withWayName(newDocument(sealingKey), slots[0], first.name);
      const change = { kind: 'vault-created', label: '' } as const;
      const saved = await this.#tried(() =>
        history.save({ dataKey, header, document }, document, change),
      );
      await this.#begin(saved, slots[0]);
    });
  }

  /** The ways in: what a ceremony must know before it can open the vault. */
  ways(): Promise<Way[]> {
    return this.#queue.run(async () => {
      const headers: Header[] = [];
      for await (const header of this.#parts.history.headers()) {
        if (headers.push(header) === AGREEING_HEADERS) break;
      }
      return knownWays(headers);
    });
  }

  /** @throws Fault `no-vault`, `wrong-key`, `damaged`, `unsupported-format`, `recovery-code-mistyped` */
  open(opener: Opener): Promise<void> {
    return this.#queue.run(async () => {
      const key = keyMaterialOf(opener);
      let used: Slot | undefined;
      const state = await this.#parts.history.open({
        unwrap: async (header) => {
          const { dataKey, slot } = await unwrapDataKey(header, key);
          used = slot;
          return dataKey;
        },
      });
      await this.#begin(state, used);
    });
  }

  /**
   * Takes what opens the vault as a sign that the user is there. @throws Fault `locked`, `wrong-key`
   */
  verify(opener: Opener): Promise<void> {
    return this.#queue.run(async () => {
      const { header } = await this.#required();
      const { slot } = await unwrapDataKey(header, keyMaterialOf(opener));
      await this.#parts.session.verified();
      await this.#rememberUse(slot, header);
    });
  }

  /** The key goes at once, whatever the disk is doing; what was begun before ends as it would have. */
  async lock(): Promise<void> {
    await this.#parts.session.end();
    await this.#queue.run(() => this.#lock());
  }

  /** Whether the vault can be used now. Does not count as use. */
  isOpen(): Promise<boolean> {
    return this.#queue.run(async () => (await this.#current()) !== undefined);
  }

  /** Somebody used a code, or is at one of our pages: the vault stays open for as long again. */
  used(): Promise<void> {
    return this.#queue.run(() => this.#parts.session.use());
  }

  /** Does not count as use: pages ask for it on their own. @throws Fault `locked` */
  document(): Promise<VaultDocument> {
    return this.#queue.run(async () => (await this.#required()).document);
  }

  /** The document, and when its accounts were last used. Does not count as use. @throws Fault `locked` */
  view(): Promise<VaultView> {
    return this.#queue.run(async () => {
      const state = await this.#required();
      return { document: state.document, uses: await this.#uses.of(state) };
    });
  }

  /** A code of the account was copied or filled in. Nothing of a vault that is locked; the disk is not waited for. */
  accountUsed(id: string): Promise<void> {
    return this.#noteUse(id, () => ({ at: this.#parts.now() }));
  }

  /** A site refused the last code of the account: that is remembered of a counter, which may be ahead or behind. */
  accountRefused(id: string): Promise<void> {
    return this.#noteUse(id, ({ credential }, use) =>
      credential.type === 'hotp' ? { at: this.#parts.now(), ...use, refused: true } : use,
    );
  }

  /** The account's counter was set right. */
  accountSettled(id: string): Promise<void> {
    return this.#noteUse(id, (_, use) => use && { at: use.at });
  }

  /**
   * Changes the document. Gives it as it was and as it is now; the same where there was nothing to change.
   *
   * @throws Fault of the editor; `locked`, `verification-needed`, `not-saved`, `storage-…`
   */
  change(editor: Editor, { fresh }: Wants = {}): Promise<Changed> {
    return this.#onNewest(async (state) => {
      if (typeof fresh === 'function' ? fresh(state.document) : fresh) await this.#requireFresh();
      await this.#parts.session.use();
      const now = this.#parts.now();
      const before = withoutExpired(state.document, now);
      const edit = editor(before, now);
      const after = edit ? await this.#save(state, withUndo(before, edit)) : before;
      return { before, after };
    });
  }

  /**
   * Adds an account. One that has the same secret already is given back as it is: a second one would make the same
   * codes. If that one was in the recycle bin, it comes back.
   *
   * @throws Fault `locked`, `not-saved`, `storage-…`
   */
  async add(account: NewAccount): Promise<Added> {
    const [added] = await this.addAll([account]);
    if (!added) throw new Fault('internal', 'nothing came of the account');
    return added;
  }

  /** The same for several, in one change. */
  async addAll(accounts: readonly NewAccount[]): Promise<Added[]> {
    const adding = new Adding(accounts);
    const { after } = await this.change(adding.editor);
    return adding.outcome(after);
  }

  /**
   * An account, for showing its secret to the user.
   *
   * @throws Fault `locked`, `unknown-account`; `verification-needed`
   */
  reveal(id: string): Promise<Account> {
    return this.#queue.run(async () => {
      const { document } = await this.#required();
      await this.#requireFresh();
      return find(document, id);
    });
  }

  /**
   * Takes back the last change of accounts or groups.
   *
   * @throws Fault `nothing-to-undo`; `verification-needed` where that was that an account asks before a code goes out
   */
  async undo(): Promise<void> {
    await this.change(takeBack, {
      fresh: (document) => stopsAsking(document, document.undo?.accounts ?? []),
    });
  }

  /** @throws Fault `verification-needed` where the vault would stay open for longer than before */
  async setSettings(changed: SettingsChange): Promise<void> {
    await this.change(
      (document) => {
        const settings = { ...document.settings, ...changed };
        if (JSON.stringify(settings) === JSON.stringify(document.settings)) return undefined;
        const change = { kind: 'settings-changed', label: '' } as const;
        return { document: { ...document, settings }, change };
      },
      { fresh: ({ settings }) => lowersProtection(settings, { ...settings, ...changed }) },
    );
  }

  /** @throws Fault `locked` */
  knownWays(): Promise<KnownWay[]> {
    return this.#queue.run(async () => {
      const { header, document } = await this.#required();
      const lastUsed = await this.#parts.traces.lastUsed();
      return header.slots.map(({ id, way, createdAt }) => {
        const lastUsedAt = lastUsed[id];
        return {
          id,
          kind: way.kind,
          ...(way.kind === 'passkey' ? { credentialId: way.credentialId } : {}),
          name: document.wayNames[id] ?? '',
          createdAt,
          ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
        };
      });
    });
  }

  /** @throws Fault `verification-needed`, `way-exists`, `passkey-known`, `recovery-code-mistyped`, `not-saved` */
  addWay(way: NewWay): Promise<void> {
    return this.#changeWays('way-added', async ({ dataKey, header, document }) => {
      const { vaultId, slots } = header;
      const keys = keysOf(dataKey, document.sealingKey);
      const slot = await slotFor(vaultId, way, keys, this.#parts.now(), slots);
      const named = withWayName(document, slot, way.name);
      return { dataKey, slots: [...slots, slot], document: named, label: way.name ?? '' };
    });
  }

  /** One in the place of another; the one before opens nothing any more. @throws as {@link addWay}, `unknown-way` */
  replaceWay(id: string, way: NewWay): Promise<void> {
    return this.#changeWays('way-replaced', async ({ header, document }) => {
      const { vaultId, slots } = header;
      const replaced = findSlot(header, id);
      const others = slots.filter((slot) => slot !== replaced);
      const keys = newKeys(document.sealingKey);
      const slot = await slotFor(vaultId, way, keys, this.#parts.now(), others);
      const kept = await resealSlots(vaultId, others, keys);
      const name = way.name ?? document.wayNames[id];
      return {
        dataKey: keys.dataKey,
        slots: kept.toSpliced(slots.indexOf(replaced), 0, slot),
        document: withWayName(withoutWayName(document, id), slot, name),
        label: name ?? '',
      };
    });
  }

  /** @throws Fault `verification-needed`, `unknown-way`, `last-way`, `not-saved` */
  removeWay(id: string): Promise<void> {
    return this.#changeWays('way-removed', async ({ header, document }) => {
      const removed = findSlot(header, id);
      const others = header.slots.filter((slot) => slot !== removed);
      if (others.length === 0) throw new Fault('last-way', 'nothing else opens the vault');
      const keys = newKeys(document.sealingKey);
      const slots = await resealSlots(header.vaultId, others, keys);
      const label = document.wayNames[id] ?? '';
      return { dataKey: keys.dataKey, slots, document: withoutWayName(document, id), label };
    });
  }

  /** Another data key under the same ways in. @throws Fault `verification-needed`, `not-saved` */
  changeKey(): Promise<void> {
    return this.#changeWays('key-changed', async ({ header, document }) => {
      const keys = newKeys(document.sealingKey);
      const slots = await resealSlots(header.vaultId, header.slots, keys);
      return { dataKey: keys.dataKey, slots, document, label: '' };
    });
  }

  /** @throws Fault `unknown-way`, `not-saved` */
  async renameWay(id: string, name: string): Promise<void> {
    const { header } = await this.#queue.run(() => this.#required());
    const slot = findSlot(header, id);
    await this.change((document) => {
      if (document.wayNames[id] === name) return undefined;
      const change = { kind: 'way-renamed', label: name } as const;
      return { document: withWayName(document, slot, name), change };
    });
  }

  /** The bytes of a damaged state. @throws Fault `unknown-generation` */
  readDamaged(generation: number): Promise<Uint8Array> {
    return this.#queue.run(async () => {
      requireDamaged((await this.#required()).document, generation);
      return this.#parts.history.readSealed(generation);
    });
  }

  /** Deletes a damaged state for good. @throws Fault `verification-needed`, `unknown-generation` */
  async discardDamaged(generation: number): Promise<void> {
    await this.change(
      (document) => ({
        document: withoutDamaged(document, generation),
        change: { kind: 'copy-discarded', label: '' },
      }),
      { fresh: true },
    );
    await this.#queue.run(() => this.#parts.history.discard(generation));
  }

  async #noteUse(
    id: string,
    note: (account: Account, use: Use | undefined) => Use | undefined,
  ): Promise<void> {
    await this.#queue.run(async () => {
      const state = await this.#current();
      const account = state?.document.accounts.find((each) => each.id === id);
      if (!state || !account) return;
      const known = (await this.#uses.of(state)).get(id);
      const use = note(account, known);
      if (!use || use === known) return;
      await this.#uses.note(state, id, use);
      this.#usesAreWritten = false;
    });
    // In a turn of its own, for all that were noted until then.
    void this.#queue.run(() => this.#writeUses()).catch(() => undefined);
  }

  async #writeUses(): Promise<void> {
    if (this.#usesAreWritten || !this.#opened) return;
    this.#usesAreWritten = true;
    const ids = new Set(this.#opened.document.accounts.map(({ id }) => id));
    await this.#uses.write(this.#opened, ids);
  }

  /** Works on the newest state. Where another worker has saved one meanwhile, that is read, and the work done again. */
  #onNewest<Result>(work: (state: OpenState) => Promise<Result>): Promise<Result> {
    return this.#queue.run(async () => {
      try {
        return await work(await this.#required());
      } catch (error) {
        if (!(error instanceof Fault) || error.field !== OUTDATED) throw error;
        if (error.code !== 'not-saved') throw error;
        this.#opened = undefined;
        return await work(await this.#required());
      }
    });
  }

  async #stateOfLocked(): Promise<VaultState> {
    if (!(await this.#parts.history.isEmpty())) return 'locked';
    return (await this.#parts.traces.newest()) ? 'missing' : 'none';
  }

  async #begin(state: OpenState, used: Slot | undefined): Promise<void> {
    await this.#parts.session.begin(state.dataKey, unusedMs(state.document.settings));
    this.#opened = await this.#withMissing(state);
    this.#unsaved = undefined;
    if (used) await this.#rememberUse(used, state.header);
  }

  #rememberUse({ id }: Slot, { slots }: Header): Promise<void> {
    const ids = slots.map((slot) => slot.id);
    return this.#parts.traces.rememberUse(id, this.#parts.now(), ids);
  }

  async #lock(): Promise<void> {
    this.#forget();
    await this.#parts.session.end();
  }

  #forget(): void {
    this.#opened?.dataKey.fill(0);
    this.#opened = undefined;
    this.#uses.forget();
    this.#usesAreWritten = true;
  }

  async #required(): Promise<OpenState> {
    const state = await this.#current();
    if (!state) throw new Fault('locked', 'the vault is locked');
    return state;
  }

  async #requireFresh(): Promise<void> {
    if (await this.#parts.session.isFresh()) return;
    throw new Fault('verification-needed', 'the user must show that it is him');
  }

  async #current(): Promise<OpenState | undefined> {
    const dataKey = await this.#parts.session.read();
    if (!dataKey) {
      this.#forget();
      return undefined;
    }
    if (!this.#opened) this.#uses.fetch();
    this.#opened ??= await this.#reopen(dataKey);
    return this.#opened;
  }

  /** With the key that another worker left. Where it opens nothing, the vault must be opened by a way in. */
  async #reopen(dataKey: Uint8Array<ArrayBuffer>): Promise<OpenState | undefined> {
    try {
      return await this.#withMissing(await this.#parts.history.open({ dataKey }));
    } catch (error) {
      const useless = error instanceof Fault && ['damaged', 'no-vault'].includes(error.code);
      if (!useless) throw error;
      await this.#lock();
      return undefined;
    }
  }

  /**
   * The browser, or its user, deleted the database of an open vault: what is still in memory goes back. Where that
   * fails, or the disk does not answer, the status says so.
   */
  async #rescue(state: OpenState): Promise<void> {
    try {
      if (!(await this.#parts.history.isEmpty())) return;
      // With the others, the damaged states are gone.
      const document = { ...state.document, damaged: [] };
      await this.#save(state, { document, change: { kind: 'vault-rescued', label: '' } });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#unsaved = error.code;
    }
  }

  async #save(state: OpenState, { document, change }: Edit): Promise<VaultDocument> {
    checkEdited(state.document, document);
    this.#opened = await this.#tried(() => this.#parts.history.save(state, document, change));
    if (document.settings !== state.document.settings) {
      await this.#parts.session.setUnused(unusedMs(document.settings));
    }
    return this.#opened.document;
  }

  #changeWays(kind: Change['kind'], change: (state: OpenState) => Promise<Rekeyed>): Promise<void> {
    return this.#onNewest(async (state) => {
      await this.#requireFresh();
      const { dataKey, slots, document, label } = await change(state);
      // With the key before.
      await this.#uses.of(state);
      checkEdited(state.document, document);
      this.#opened = await this.#tried(() =>
        this.#parts.history.rewrite(state, { dataKey, slots }, document, { kind, label }),
      );
      await this.#parts.session.rekey(dataKey);
      await this.#parts.session.use();
      if (dataKey === state.dataKey) return;
      state.dataKey.fill(0);
      this.#usesAreWritten = false;
      await this.#writeUses();
    });
  }

  /** States that were saved and are not there any more count as damaged: what is opened is an older one. */
  async #withMissing(state: OpenState): Promise<OpenState> {
    const newest = await this.#parts.traces.newest();
    const { header, document } = state;
    const known = Math.max(header.generation, ...document.damaged.map((each) => each.generation));
    const count = Math.min((newest?.generation ?? 0) - known, MOST_MISSING);
    if (!newest || count <= 0) return state;
    const missing = Array.from({ length: count }, (_, index): Damaged => {
      const code: FaultCode = 'unknown-generation';
      return { generation: newest.generation - index, savedAt: newest.savedAt, code };
    });
    return { ...state, document: { ...document, damaged: [...missing, ...document.damaged] } };
  }

  /** Keeps in mind why a change was not saved, until one is. */
  async #tried(save: () => Promise<OpenState>): Promise<OpenState> {
    try {
      const saved = await save();
      this.#unsaved = undefined;
      await this.#parts.traces.rememberNewest(saved.header);
      return saved;
    } catch (error) {
      if (error instanceof Fault) this.#unsaved = error.code;
      throw error;
    }
  }
}
