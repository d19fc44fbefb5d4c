import { randomBytes, utf8 } from '../crypto/bytes.ts';
import type { Header, Slot, Way } from '../crypto/header.ts';
import { normalizeRecoveryCode } from '../crypto/recovery-code.ts';
import { createSlot, openSlot, resealSlot, type VaultKeys } from '../crypto/slot.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A way in and what it yielded: the passkey's PRF output or the stretched passphrase. */
export interface KeyMaterial {
  readonly way: Way;
  readonly material: Bytes;
}

/** What opens the vault: key material, or a recovery code as typed. */
export type Opener = KeyMaterial | { readonly recoveryCode: string };

/** A way in that is to be added, and what its user calls it. */
export type NewWay =
  | (KeyMaterial & { readonly name: string })
  | { readonly recoveryCode: string; readonly name?: never };

/** @throws Fault `recovery-code-mistyped` */
export function keyMaterialOf(opener: Opener): KeyMaterial {
  if (!('recoveryCode' in opener)) return opener;
  return {
    way: { kind: 'recovery' },
    material: utf8(normalizeRecoveryCode(opener.recoveryCode)),
  };
}

/**
 * The data key that a header holds for this opener, and the slot that held it.
 *
 * @throws Fault `wrong-key`, which does not tell what was wrong
 */
export async function unwrapDataKey(
  { vaultId, slots }: Header,
  { way, material }: KeyMaterial,
): Promise<{ dataKey: Bytes; slot: Slot }> {
  let refusal = new Fault('wrong-key', 'no slot fits');
  for (const slot of slots.filter((candidate) => isSameWay(candidate.way, way))) {
    try {
      return { dataKey: await openSlot(vaultId, slot, material), slot };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** Another data key, under the vault's sealing key. */
export function newKeys(sealingKey: string): VaultKeys {
  return keysOf(randomBytes(32), sealingKey);
}

export function keysOf(dataKey: Bytes, sealingKey: string): VaultKeys {
  return { dataKey, sealingKey: decodeBase64(sealingKey) };
}

export function newSealingKey(): string {
  return encodeBase64(randomBytes(32));
}

/**
 * A slot for a new way in. Others are those that the vault keeps: it has one recovery code, one passphrase, and each
 * passkey once.
 *
 * @throws Fault `way-exists`, `passkey-known`
 */
export async function slotFor(
  vaultId: string,
  opener: Opener,
  keys: VaultKeys,
  createdAt: number,
  others: readonly Slot[],
): Promise<Slot> {
  const { way, material } = keyMaterialOf(opener);
  const same = others.some((slot) =>
    way.kind === 'passkey' ? isSameWay(slot.way, way) : slot.way.kind === way.kind,
  );
  if (same) {
    throw new Fault(way.kind === 'passkey' ? 'passkey-known' : 'way-exists', 'it is there already');
  }
  return createSlot(vaultId, way, material, keys, createdAt);
}

/** The slots of an opened header with another data key in them. */
export function resealSlots(
  vaultId: string,
  slots: readonly Slot[],
  keys: VaultKeys,
): Promise<Slot[]> {
  return Promise.all(slots.map((slot) => resealSlot(vaultId, slot, keys)));
}

/** @throws Fault `unknown-way` */
export function findSlot({ slots }: Header, id: string): Slot {
  const slot = slots.find((each) => each.id === id);
  if (slot) return slot;
  throw new Fault('unknown-way', 'no such way in', 'id');
}

function isSameWay(a: Way, b: Way): boolean {
  if (a.kind === 'passkey') return b.kind === a.kind && b.credentialId === a.credentialId;
  if (a.kind === 'passphrase') return b.kind === a.kind && b.salt === a.salt;
  return b.kind === a.kind;
}
