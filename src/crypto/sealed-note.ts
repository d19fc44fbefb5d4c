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
  const key = await importAesKey(dataKey);
  const { nonce, ciphertext } = await seal(
    key,
    utf8(JSON.stringify(note)),
    describe(vaultId, generation),
  );
  return concatBytes(nonce, ciphertext);
}

/** @throws Fault `damaged` */
export async function openNote(
  vaultId: string,
  generation: number,
  sealed: Bytes,
  dataKey: Bytes,
): Promise<unknown> {
  const parts = { nonce: sealed.slice(0, NONCE_BYTES), ciphertext: sealed.slice(NONCE_BYTES) };
  const key = await importAesKey(dataKey);
  const plaintext = await open(key, parts, describe(vaultId, generation));
  if (!plaintext) throw new Fault('damaged', 'the note does not match its seal');
  return JSON.parse(new TextDecoder().decode(plaintext));
}

function describe(vaultId: string, generation: number): Bytes {
  return utf8(JSON.stringify(['countersign change v1', vaultId, generation]));
}
