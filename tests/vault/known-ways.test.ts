import { describe, expect, it } from 'vitest';
import type { Header, Slot, Way } from '../../src/crypto/header.ts';
import { knownWays } from '../../src/vault/known-ways.ts';
import { base64, VAULT_ID, WAYS } from '../crypto/slots.ts';

const slot = (way: Way): Slot => ({
  id: base64('slot', 16),
  createdAt: 0,
  way,
  publicKey: base64('public'),
  privateKey: { nonce: base64('nonce', 12), ciphertext: base64('private', 48) },
  dataKey: { encapsulatedKey: base64('encapsulated'), ciphertext: base64('data', 48) },
});
const header = (...ways: Way[]): Header => ({
  vaultId: VAULT_ID,
  generation: 1,
  savedAt: 0,
  slots: ways.map(slot),
});

const SECOND_PASSKEY: Way = { ...WAYS.passkey, credentialId: base64('second', 20) };
const OTHER_SALT: Way = { ...WAYS.passkey, salt: base64('other') };
const OTHER_PASSPHRASE: Way = { ...WAYS.passphrase, salt: base64('other', 16) };

describe('knownWays', () => {
  it.each<[string, Header[], Way[]]>([
    ['none where there is no header', [], []],
    [
      'each way once',
      [header(WAYS.passkey, WAYS.recovery), header(WAYS.passkey, WAYS.recovery)],
      [WAYS.passkey, WAYS.recovery],
    ],
    ['every passkey', [header(WAYS.passkey, SECOND_PASSKEY)], [WAYS.passkey, SECOND_PASSKEY]],
    [
      'a passkey that was added later',
      [header(WAYS.passkey, SECOND_PASSKEY), header(WAYS.passkey)],
      [WAYS.passkey, SECOND_PASSKEY],
    ],
    [
      'what most say of a passkey, be the newest another',
      [header(OTHER_SALT), header(WAYS.passkey), header(WAYS.passkey)],
      [WAYS.passkey],
    ],
    [
      'what most say of a passkey, be the oldest another',
      [header(WAYS.passkey), header(WAYS.passkey), header(OTHER_SALT)],
      [WAYS.passkey],
    ],
    [
      'of two that disagree what the older one says',
      [header(OTHER_SALT), header(WAYS.passkey)],
      [WAYS.passkey],
    ],
    [
      'what most say of the passphrase',
      [header(WAYS.passphrase), header(OTHER_PASSPHRASE), header(WAYS.passphrase)],
      [WAYS.passphrase],
    ],
  ])('gives %s', (_, headers, ways) => {
    const given = knownWays(headers);
    expect(given).toHaveLength(ways.length);
    expect(given).toEqual(expect.arrayContaining(ways));
  });
});
