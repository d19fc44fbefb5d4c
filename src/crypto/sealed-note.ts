import { Fault } from '../fault.ts';
import { importAesKey, open, seal } from './aes-gcm.ts';
import { concatBytes, utf8 } from './bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const NONCE_BYTES = 12;

/**
 * Seals a few words that stand beside a sealed state: `nonce (12 bytes) | AES-256-GCM(JSON), tag last`. They are bound
 * to their vault and generation.
 */
export async function sealNote(
  vaultId: string,
  generation: number,
  note: unknown,
  dataKey: Bytes,
): Promise<Bytes> {
  return sealJson(note, describe(vaultId, generation), dataKey);
}

/** @throws Fault `damaged` */
export async function openNote(
  vaultId: string,
  generation: number,
  sealed: Bytes,
  dataKey: Bytes,
): Promise<unknown> {
  return openJson(sealed, describe(vaultId, generation), dataKey);
}

/** Seals in the same way when the accounts were last used, bound to their vault alone: they belong to no generation. */
export async function sealUses(vaultId: string, uses: unknown, dataKey: Bytes): Promise<Bytes> {
  return sealJson(uses, describeUses(vaultId), dataKey);
}

/** @throws Fault `damaged` */
export async function openUses(vaultId: string, sealed: Bytes, dataKey: Bytes): Promise<unknown> {
  return openJson(sealed, describeUses(vaultId), dataKey);
}

async function sealJson(json: unknown, described: Bytes, dataKey: Bytes): Promise<Bytes> {
  const key = await importAesKey(dataKey);
  const { nonce, ciphertext } = await seal(key, utf8(JSON.stringify(json)), described);
  return concatBytes(nonce, ciphertext);
}

async function openJson(sealed: Bytes, described: Bytes, dataKey: Bytes): Promise<unknown> {
  const parts = { nonce: sealed.slice(0, NONCE_BYTES), ciphertext: sealed.slice(NONCE_BYTES) };
  const key = await importAesKey(dataKey);
  const plaintext = await open(key, parts, described);
  if (!plaintext) throw new Fault('damaged', 'the note does not match its seal');
  return JSON.parse(new TextDecoder().decode(plaintext));
}

function describe(vaultId: string, generation: number): Bytes {
  return utf8(JSON.stringify(['countersign change v1', vaultId, generation]));
}

function describeUses(vaultId: string): Bytes {
  return utf8(JSON.stringify(['countersign uses v1', vaultId]));
}
