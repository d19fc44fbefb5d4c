import { createHash } from 'node:crypto';
import type { Way } from '../../src/crypto/header.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';

/** Bytes that a test can tell from others by their name. */
export function bytes(name: string, length = 32): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('shake256', { outputLength: length }).update(name).digest());
}

export function base64(name: string, length = 32): string {
  return encodeBase64(bytes(name, length));
}

export const VAULT_ID = base64('vault', 16);
export const DATA_KEY = bytes('data key');
export const KEYS = { dataKey: DATA_KEY, sealingKey: bytes('sealing key') };

export const WAYS = {
  passkey: { kind: 'passkey', credentialId: base64('credential', 20), salt: base64('salt') },
  passphrase: {
    kind: 'passphrase',
    salt: base64('salt', 16),
    memoryKiB: 65_536,
    passes: 3,
    parallelism: 1,
  },
  recovery: { kind: 'recovery' },
} as const satisfies Record<Way['kind'], Way>;

/** Another value of the same length: base64 or a number of the header, one bit away. */
export function flipped(encoded: string, at = 0): string {
  const changed = Buffer.from(encoded, 'base64');
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed.toString('base64');
}
