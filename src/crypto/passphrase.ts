import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { ARGON2_FLOOR } from './argon2-parameters.ts';
import { randomBytes } from './bytes.ts';
import type { Way } from './header.ts';

type PassphraseWay = Extract<Way, { kind: 'passphrase' }>;

export interface PassphraseKey {
  readonly way: PassphraseWay;
  /** Base64 of 32 bytes. */
  readonly material: string;
}

/** Key material for a new passphrase slot, with a salt of its own. */
export function createPassphraseKey(passphrase: string): Promise<PassphraseKey> {
  return evaluatePassphrase(passphrase, {
    kind: 'passphrase',
    salt: encodeBase64(randomBytes(16)),
    ...ARGON2_FLOOR,
  });
}

/**
 * Argon2id (RFC 9106) over the passphrase in Unicode NFC, so that the same keys pressed on another system
 * give the same bytes. The WebAssembly is loaded with the first call: most vaults never need it.
 */
export async function evaluatePassphrase(
  passphrase: string,
  way: PassphraseWay,
): Promise<PassphraseKey> {
  const { argon2id } = await import('hash-wasm');
  const material = await argon2id({
    password: passphrase.normalize('NFC'),
    salt: decodeBase64(way.salt),
    memorySize: way.memoryKiB,
    iterations: way.passes,
    parallelism: way.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return { way, material: encodeBase64(material) };
}
