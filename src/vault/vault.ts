import * as v from 'valibot';
import { randomBytes, utf8 } from '../crypto/bytes.ts';
import type { Header, Slot, Way } from '../crypto/header.ts';
import { normalizeRecoveryCode } from '../crypto/recovery-code.ts';
import { openVault, readHeader, sealVault } from '../crypto/sealed-vault.ts';
import { createSlot, openSlot } from '../crypto/slot.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { Queue } from '../queue.ts';
import {
  type Account,
  EMPTY_DOCUMENT,
  findBySecret,
  type NewAccount,
  type VaultDocument,
  VaultDocumentSchema,
  withAccount,
} from './document.ts';
import type { Generations } from './generations.ts';
import { knownWays } from './known-ways.ts';
import { dispensable } from './retention.ts';
import type { Session } from './session.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A way in and what it yielded: the passkey's PRF output or the stretched passphrase. */
export interface KeyMaterial {
  readonly way: Way;
  readonly material: Bytes;
}

export type VaultState = 'none' | 'locked' | 'open';

interface OpenState {
  readonly dataKey: Bytes;
  readonly header: Header;
  readonly document: VaultDocument;
  /** Newer generations that did not open. */
  readonly damaged: number;
}

/** A header as it stands on the disk, not authenticated yet, or why it cannot be read. */
type ReadableHeader =
  | { readonly header: Header; readonly unreadable?: never }
  | { readonly header?: never; readonly unreadable: Fault };

/** So many headers are asked for the ways in: one that is damaged is outvoted. */
const AGREEING_HEADERS = 3;

/**
 * The verbs of the vault. All of them run one after the other, so that no two windows can write over each
 * other, and none is acknowledged before the new state was read back and opened.
 */
export class Vault {
  readonly #generations: Generations;
  readonly #session: Session;
  readonly #now: () => number;
  /** Decrypted once per start of the worker; forgotten on lock. */
  #opened: OpenState | undefined;
  readonly #queue = new Queue();

  constructor(generations: Generations, session: Session, now: () => number) {
    this.#generations = generations;
    this.#session = session;
    this.#now = now;
  }

  /** Asked by our own pages when a person looks at them. `damaged`: how many newer states did not open. */
  status(): Promise<{ state: VaultState; damaged: number }> {
    return this.#queue.run(async () => {
      const opened = await this.#current();
      if (opened) {
        await this.#session.use();
        return { state: 'open', damaged: opened.damaged };
      }
      const stored = await this.#generations.list();
      return { state: stored.length > 0 ? 'locked' : 'none', damaged: 0 };
    });
  }

  /**
   * Makes the vault with two ways in, and leaves it open.
   *
   * @throws Fault `vault-exists`, `recovery-code-mistyped`, `not-saved`
   */
  create(first: KeyMaterial, recoveryCode: string): Promise<void> {
    return this.#queue.run(async () => {
      if ((await this.#generations.list()).length > 0) {
        throw new Fault('vault-exists', 'there is a vault already');
      }
      const vaultId = encodeBase64(randomBytes(16));
      const dataKey = randomBytes(32);
      const recovery = recoveryMaterial(recoveryCode);
      const slots: Slot[] = [];
      for (const { way, material } of [first, recovery]) {
        slots.push(await createSlot(vaultId, way, material, dataKey, this.#now()));
      }
      const header = { vaultId, generation: 0, savedAt: this.#now(), slots };
      await this.#save({ dataKey, header, document: EMPTY_DOCUMENT, damaged: 0 }, EMPTY_DOCUMENT);
      await this.#session.begin(dataKey);
    });
  }

  /** The ways in: what a ceremony must know before it can open the vault. */
  ways(): Promise<Way[]> {
    return this.#queue.run(async () => {
      const headers: Header[] = [];
      for await (const { header } of this.#headers()) {
        if (header) headers.push(header);
        if (headers.length === AGREEING_HEADERS) break;
      }
      return knownWays(headers);
    });
  }

  /**
   * Opens the vault with key material, or with a recovery code as typed.
   *
   * @throws Fault `no-vault`, `wrong-key`, `damaged`, `recovery-code-mistyped`
   */
  open(key: KeyMaterial | { readonly recoveryCode: string }): Promise<void> {
    return this.#queue.run(async () => {
      const { way, material } = 'recoveryCode' in key ? recoveryMaterial(key.recoveryCode) : key;
      let refusal: Fault | undefined;
      for await (const { header, unreadable } of this.#headers()) {
        refusal ??= unreadable ?? new Fault('wrong-key', 'no slot fits');
        if (!header) continue;
        for (const slot of header.slots.filter((candidate) => sameWay(candidate.way, way))) {
          try {
            const dataKey = await openSlot(header.vaultId, slot, material);
            this.#opened = await this.#load(dataKey);
            await this.#session.begin(dataKey);
            return;
          } catch (error) {
            if (!(error instanceof Fault)) throw error;
            refusal = error;
          }
        }
      }
      throw refusal ?? new Fault('no-vault', 'there is no vault');
    });
  }

  lock(): Promise<void> {
    return this.#queue.run(async () => {
      this.#opened = undefined;
      await this.#session.end();
    });
  }

  /** Whether the vault can be used now. Does not count as use. */
  isOpen(): Promise<boolean> {
    return this.#queue.run(async () => (await this.#current()) !== undefined);
  }

  /** Somebody used a code: the vault stays open for as long again. */
  used(): Promise<void> {
    return this.#queue.run(() => this.#session.use());
  }

  /** Does not count as use: pages ask for it on their own. @throws Fault `locked` */
  accounts(): Promise<readonly Account[]> {
    return this.#queue.run(async () => (await this.#required()).document.accounts);
  }

  /**
   * Seals a new account into the vault. An account that has the same secret already is given back as it is:
   * a second one would make the same codes.
   *
   * @throws Fault `locked`, `not-saved`
   */
  add(account: NewAccount): Promise<{ account: Account; isNew: boolean }> {
    return this.#queue.run(async () => {
      const state = await this.#required();
      await this.#session.use();
      const same = findBySecret(state.document, account.credential.secret);
      if (same) return { account: same, isNew: false };
      const identity = { id: crypto.randomUUID(), createdAt: this.#now() };
      const saved = await this.#save(state, withAccount(state.document, account, identity));
      const added = saved.accounts.find(({ id }) => id === identity.id);
      if (!added) throw new Fault('not-saved', 'the account is not in what was read back');
      return { account: added, isNew: true };
    });
  }

  async #required(): Promise<OpenState> {
    const state = await this.#current();
    if (!state) throw new Fault('locked', 'the vault is locked');
    return state;
  }

  async #current(): Promise<OpenState | undefined> {
    const dataKey = await this.#session.read();
    if (!dataKey) {
      this.#opened = undefined;
      return undefined;
    }
    this.#opened ??= await this.#load(dataKey);
    return this.#opened;
  }

  /** The newest generation that opens. */
  async #load(dataKey: Bytes): Promise<OpenState> {
    let damaged = 0;
    for (const generation of await this.#generations.list()) {
      try {
        return { ...(await this.#readBack(generation, dataKey)), dataKey, damaged };
      } catch (error) {
        if (!(error instanceof Fault) || error.code === 'storage-unavailable') throw error;
        damaged += 1;
      }
    }
    throw new Fault('damaged', 'no stored state of the vault opens');
  }

  /** Reads a generation from the disk and opens it. */
  async #readBack(
    generation: number,
    dataKey: Bytes,
  ): Promise<{ header: Header; document: VaultDocument }> {
    const stored = await this.#generations.read(generation);
    if (!stored) throw new Fault('damaged', 'a stored state is gone');
    const { header, document } = await openVault(stored.sealed, dataKey);
    if (header.generation !== generation) throw new Fault('damaged', 'a stored state was moved');
    const parsed = v.safeParse(VaultDocumentSchema, document);
    if (!parsed.success) {
      throw new Fault(
        'damaged',
        'the document does not fit',
        v.getDotPath(parsed.issues[0]) ?? 'document',
      );
    }
    return { header, document: parsed.output };
  }

  /** Seals `document` as the next generation, proves it by reading it back, and only then lets old ones go. */
  async #save(state: OpenState, document: VaultDocument): Promise<VaultDocument> {
    const newest = (await this.#generations.list())[0] ?? 0;
    const generation = Math.max(newest, state.header.generation) + 1;
    const savedAt = this.#now();
    const header: Header = { ...state.header, generation, savedAt };
    const sealed = await sealVault(header, document, state.dataKey);
    await this.#generations.add({ generation, savedAt, sealed });
    const proof = await this.#readBack(generation, state.dataKey).catch(() => {
      throw new Fault('not-saved', 'the new state does not open');
    });
    this.#opened = { ...proof, dataKey: state.dataKey, damaged: state.damaged };
    // The change is safe already; what could not be pruned now goes with the next change.
    await this.#generations
      .prune((stored) => dispensable(stored, this.#now()))
      .catch(() => undefined);
    return proof.document;
  }

  /** What can be read of each generation before the vault is open, newest first. */
  async *#headers(): AsyncGenerator<ReadableHeader> {
    for (const generation of await this.#generations.list()) {
      const stored = await this.#generations.read(generation);
      if (!stored) continue;
      try {
        yield { header: readHeader(stored.sealed) };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        yield { unreadable: error };
      }
    }
  }
}

function recoveryMaterial(typed: string): KeyMaterial {
  return { way: { kind: 'recovery' }, material: utf8(normalizeRecoveryCode(typed)) };
}

function sameWay(a: Way, b: Way): boolean {
  if (a.kind === 'passkey') return b.kind === a.kind && b.credentialId === a.credentialId;
  if (a.kind === 'passphrase') return b.kind === a.kind && b.salt === a.salt;
  return b.kind === a.kind;
}
