import * as v from 'valibot';
import type { Header, Slot } from '../crypto/header.ts';
import { openNote, sealNote } from '../crypto/sealed-note.ts';
import { openVault, readHeader, sealVault, verifyVault } from '../crypto/sealed-vault.ts';
import { Fault } from '../fault.ts';
import { type Change, ChangeSchema } from './change.ts';
import type { Damaged, VaultDocument } from './document.ts';
import { type Generation, type Generations, OUTDATED, type SetAside } from './generations.ts';
import { readDocument, writeDocument } from './migration.ts';
import { dispensable } from './retention.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A state of the vault that was opened. */
export interface OpenState {
  readonly dataKey: Bytes;
  readonly header: Header;
  readonly document: VaultDocument;
}

/** Gives the data key that a header holds for somebody. @throws Fault `wrong-key` */
type Unwrap = (header: Header) => Promise<Bytes>;

interface PassedOver {
  readonly row: Generation | undefined;
  readonly damaged: Damaged;
}

/** The states of the vault, sealed: which one counts, and how another one follows. */
export class History {
  readonly #generations: Generations;
  readonly #now: () => number;

  constructor(generations: Generations, now: () => number) {
    this.#generations = generations;
    this.#now = now;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#generations.list()).length === 0;
  }

  /** What can be read before the vault is open, newest first; it is not authenticated. */
  async *headers(): AsyncGenerator<Header> {
    for (const generation of await this.#generations.list()) {
      try {
        const row = await this.#generations.read(generation);
        if (row) yield readHeader(row.sealed);
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
    }
  }

  /**
   * The newest state that opens. What is newer and does not open goes onto the document's list of damaged states.
   *
   * @throws Fault `no-vault`, `wrong-key`, `damaged`, `unsupported-format`
   */
  async open(key: { readonly dataKey: Bytes } | { readonly unwrap: Unwrap }): Promise<OpenState> {
    const keys = 'dataKey' in key ? [key.dataKey] : [];
    let unreadable: Fault | undefined;
    let refusal: Fault | undefined;
    const passedOver: PassedOver[] = [];
    for (const generation of await this.#generations.list()) {
      let row: Generation | undefined;
      let header: Header | undefined;
      try {
        row = await this.#generations.read(generation);
        if (!row) continue;
        header = readHeader(row.sealed);
        const state = await openWithAny(row, keys, 'unwrap' in key ? key.unwrap : undefined);
        return withDamaged(state, await describeAll(passedOver, state));
      } catch (error) {
        if (!isDamage(error)) throw error;
        // What the newest header that can be read says of a key counts, not what an older one would.
        if (header) refusal ??= error;
        else unreadable ??= error;
        passedOver.push(passOver(generation, row, error));
      }
    }
    throw refusal ?? unreadable ?? new Fault('no-vault', 'there is no vault');
  }

  /**
   * Seals `document` as the next generation, proves it by reading it back, and only then lets old ones go.
   *
   * @throws Fault `not-saved`, `storage-…`; the last state is intact then
   */
  async save(state: OpenState, document: VaultDocument, change: Change): Promise<OpenState> {
    const { header, row } = await this.#seal(state, document, change);
    await this.#generations.add(row, followsOn(state));
    try {
      await this.#prove(row, state.dataKey);
    } catch {
      const deleted = [row.generation];
      await this.#generations.replace({ deleted }).catch(() => undefined);
      throw new Fault('not-saved', 'the new state does not open');
    }
    await this.#prune(document);
    return { ...state, header, document };
  }

  /**
   * Like {@link save}, for other slots or another data key: all states that are kept are sealed anew, so that who has
   * lost his slot opens none of them, and who has a new one opens all. One transaction: all of them, or none.
   *
   * @throws Fault `not-saved`, `storage-…`; everything is as it was then
   */
  async rewrite(
    state: OpenState,
    { dataKey, slots }: { readonly dataKey: Bytes; readonly slots: readonly Slot[] },
    document: VaultDocument,
    change: Change,
  ): Promise<OpenState> {
    const before: Generation[] = [];
    const after: Generation[] = [];
    const setAside: SetAside[] = [];
    const passedOver: PassedOver[] = [];
    const known = new Map(document.damaged.map((each) => [each.generation, each]));
    for (const generation of await this.#generations.list()) {
      const listed = known.get(generation);
      let row: Generation | undefined;
      try {
        if (listed) throw new Fault('damaged', 'known to be damaged');
        row = await this.#generations.read(generation);
        if (!row) continue;
        after.push(await resealRow(row, state.dataKey, { dataKey, slots }));
        before.push(row);
      } catch (error) {
        if (!isDamage(error)) throw error;
        if (!listed) passedOver.push(passOver(generation, row, error));
        const savedAt = row?.savedAt ?? listed?.savedAt;
        setAside.push(...(await this.#withoutDoors(generation, savedAt)));
      }
    }
    const damaged = [...document.damaged, ...(await describeAll(passedOver, state))];
    const next = { ...document, damaged: sortDamaged(damaged) };
    const rekeyed = { ...state, dataKey, header: { ...state.header, slots: [...slots] } };
    const { header, row } = await this.#seal(rekeyed, next, change);
    const rows = [...after, row];
    await this.#generations.replace({ rows, setAside, follows: followsOn(state) });
    try {
      for (const written of rows) await this.#prove(written, dataKey);
    } catch {
      await this.#takeBack(before, row.generation);
      throw new Fault('not-saved', 'the new states do not open');
    }
    await this.#prune(next);
    return { dataKey, header, document: next };
  }

  /** A damaged state as it is kept when the ways in change: if its damage were undone, who was removed could open it. */
  async #withoutDoors(generation: number, savedAt = 0): Promise<SetAside[]> {
    const sealed = await this.#generations.readSealed(generation).catch(() => undefined);
    return sealed ? [{ generation, savedAt, setAside: sealed }] : [];
  }

  async #takeBack(rows: readonly Generation[], deleted: number): Promise<void> {
    try {
      await this.#generations.replace({ rows, deleted: [deleted] });
    } catch {
      // What is stored is not what is open any more: that must be read again.
      throw new Fault('not-saved', 'the new states could not be taken back', OUTDATED);
    }
  }

  /** A damaged state's bytes, as they stand on the disk. @throws Fault `unknown-generation` */
  async readSealed(generation: number): Promise<Uint8Array> {
    const sealed = await this.#generations.readSealed(generation);
    if (sealed) return sealed;
    throw new Fault('unknown-generation', 'no such state', 'generation');
  }

  async discard(generation: number): Promise<void> {
    await this.#generations.replace({ deleted: [generation] });
  }

  async #seal(
    { header: previous, dataKey, document: before }: OpenState,
    document: VaultDocument,
    change: Change,
  ): Promise<{ header: Header; row: Generation }> {
    // A damaged state keeps its number, also one that is gone or is just being discarded.
    const damaged = [...before.damaged, ...document.damaged].map((each) => each.generation);
    const taken = new Set([...(await this.#generations.list()), ...damaged]);
    let generation = previous.generation + 1;
    while (taken.has(generation)) generation += 1;
    const savedAt = this.#now();
    const header: Header = { ...previous, generation, savedAt };
    const sealed = await sealVault(header, writeDocument(document), dataKey);
    const note = await sealNote(header.vaultId, generation, change, dataKey);
    return { header, row: { generation, savedAt, sealed, change: note } };
  }

  /**
   * What was written is what is on the disk. The seal tells: header, nonce and document can only be those that were
   * sealed with this tag.
   */
  async #prove(written: Generation, dataKey: Bytes): Promise<void> {
    const read = await this.#generations.read(written.generation);
    if (!read || !endsAlike(read.sealed, written.sealed)) {
      throw new Fault('damaged', 'the disk gave back something else');
    }
    await verifyVault(read.sealed, dataKey);
  }

  /** The change is safe already; what cannot be pruned now goes with the next change. */
  async #prune({ damaged }: VaultDocument): Promise<void> {
    const kept = new Set(damaged.map(({ generation }) => generation));
    await this.#generations
      .prune((stored) =>
        dispensable(
          stored.filter(({ generation }) => !kept.has(generation)),
          this.#now(),
        ),
      )
      .catch(() => undefined);
  }
}

/** Opens a state with a key that opened another one, else with the one that its own header holds. */
async function openWithAny(
  row: Generation,
  keys: Bytes[],
  unwrap: Unwrap | undefined,
): Promise<OpenState> {
  let refusal = new Fault('damaged', 'no key opens the state');
  for (const dataKey of keys) {
    try {
      return { ...(await openRow(row, dataKey)), dataKey };
    } catch (error) {
      if (!isDamage(error)) throw error;
      refusal = error;
    }
  }
  if (!unwrap) throw refusal;
  const dataKey = await unwrap(readHeader(row.sealed));
  keys.push(dataKey);
  return { ...(await openRow(row, dataKey)), dataKey };
}

async function openRow(
  row: Generation,
  dataKey: Bytes,
): Promise<{ header: Header; document: VaultDocument }> {
  const { header, document } = await openVault(row.sealed, dataKey);
  if (header.generation !== row.generation) throw new Fault('damaged', 'a stored state was moved');
  return { header, document: readDocument(document) };
}

async function resealRow(
  row: Generation,
  before: Bytes,
  { dataKey, slots }: { readonly dataKey: Bytes; readonly slots: readonly Slot[] },
): Promise<Generation> {
  const { header, document } = await openVault(row.sealed, before);
  if (header.generation !== row.generation) throw new Fault('damaged', 'a stored state was moved');
  const change = await readChange(row, header.vaultId, before);
  const { generation, savedAt } = row;
  return {
    generation,
    savedAt,
    sealed: await sealVault({ ...header, slots: [...slots] }, document, dataKey),
    ...(change ? { change: await sealNote(header.vaultId, generation, change, dataKey) } : {}),
  };
}

async function readChange(
  { generation, change }: Generation,
  vaultId: string,
  dataKey: Bytes,
): Promise<Change | undefined> {
  if (!change) return undefined;
  const note = await openNote(vaultId, generation, change, dataKey).catch(() => undefined);
  const parsed = v.safeParse(ChangeSchema, note);
  return parsed.success ? parsed.output : undefined;
}

function passOver(generation: number, row: Generation | undefined, error: Fault): PassedOver {
  return { row, damaged: { generation, savedAt: row?.savedAt ?? 0, code: codeOf(error) } };
}

async function describeAll(
  passedOver: readonly PassedOver[],
  { header, dataKey }: OpenState,
): Promise<Damaged[]> {
  return Promise.all(
    passedOver.map(async ({ row, damaged }) => {
      const change = row && (await readChange(row, header.vaultId, dataKey));
      return change ? { ...damaged, change } : damaged;
    }),
  );
}

function withDamaged(state: OpenState, found: readonly Damaged[]): OpenState {
  const { document } = state;
  const known = new Set(document.damaged.map(({ generation }) => generation));
  const added = found.filter(({ generation }) => !known.has(generation));
  if (added.length === 0) return state;
  const damaged = sortDamaged([...document.damaged, ...added]);
  return { ...state, document: { ...document, damaged } };
}

function sortDamaged(damaged: readonly Damaged[]): Damaged[] {
  return damaged.toSorted((a, b) => b.generation - a.generation);
}

/**
 * Whether an error says that one stored state is bad, so that an older one may do. The disk's own refusals are none,
 * and neither is a document that a newer Countersign wrote: its seal is good, so it is no accident.
 */
function isDamage(error: unknown): error is Fault {
  if (!(error instanceof Fault)) return false;
  if (error.code === 'unsupported-format') return error.field !== 'version';
  return error.code === 'damaged' || error.code === 'wrong-key';
}

/** A slot that does not open while another state's does was tampered with. */
function codeOf({ code }: Fault): string {
  return code === 'wrong-key' ? 'damaged' : code;
}

/** Whether nothing was saved since this state but what is known to be damaged. */
function followsOn({ header, document }: OpenState): (stored: readonly number[]) => boolean {
  const damaged = new Set(document.damaged.map(({ generation }) => generation));
  return (stored) => stored.every((each) => each <= header.generation || damaged.has(each));
}

/** Of AES-GCM. */
const TAG_BYTES = 16;

function endsAlike(a: Uint8Array, b: Uint8Array): boolean {
  const tag = b.subarray(-TAG_BYTES);
  return a.length === b.length && a.subarray(-TAG_BYTES).every((byte, at) => byte === tag[at]);
}
