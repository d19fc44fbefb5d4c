import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { ARGON2_FLOOR } from './argon2-parameters.ts';
import { randomBytes } from './bytes.ts';
import type { Way } from './header.ts';
import { argon2Cost } from './passphrase-cost.ts';

type PassphraseWay = Extract<Way, { kind: 'passphrase' }>;

export interface PassphraseKey {
  readonly way: PassphraseWay;
  /** Base64 of 32 bytes. */
  readonly material: string;
}

/**
 * Key material for a new passphrase slot, with a salt of its own, at the cost that this computer bears
 * ({@link argon2Cost}): the first derivation, at the floor, is the measurement, and where it took long enough
 * already, it is the key as well.
 *
 * @param now a clock in milliseconds
 */
export async function createPassphraseKey(
  passphrase: string,
  now: () => number = () => performance.now(),
): Promise<PassphraseKey> {
  const salt = encodeBase64(randomBytes(16));
  // To load the module is not part of what every attempt costs.
  await import('./argon2.ts');
  const start = now();
  const atFloor = await evaluatePassphrase(passphrase, {
    kind: 'passphrase',
    salt,
    ...ARGON2_FLOOR,
  });
  const cost = argon2Cost(now() - start);
  if (cost.passes === ARGON2_FLOOR.passes) return atFloor;
  return evaluatePassphrase(passphrase, { kind: 'passphrase', salt, ...cost });
}

/**
 * Argon2id (RFC 9106) over the passphrase in Unicode NFC, so that the same keys pressed on another system
 * give the same bytes.
 */
export async function evaluatePassphrase(
  passphrase: string,
  way: PassphraseWay,
): Promise<PassphraseKey> {
  // Loaded with the first call: most vaults never need it.
  const { argon2id } = await import('./argon2.ts');
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
