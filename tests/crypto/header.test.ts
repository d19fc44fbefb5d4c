import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HeaderSchema, SlotSchema, WaySchema } from '../../src/crypto/header.ts';
import { base64, VAULT_ID, WAYS } from './slots.ts';

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

const slot = {
  id: base64('slot', 16),
  createdAt: 1_700_000_000_000,
  way: WAYS.recovery,
  publicKey: base64('public'),
  privateKey: { nonce: base64('nonce', 12), ciphertext: base64('private', 48) },
  dataKey: { encapsulatedKey: base64('encapsulated'), ciphertext: base64('data', 48) },
};
const header = { vaultId: VAULT_ID, generation: 1, savedAt: 1_700_000_000_000, slots: [slot] };

describe('a way', () => {
  it.each(Object.values(WAYS))('$kind is accepted', (way) => {
    expect(accepts(WaySchema, way)).toBe(true);
  });

  it.each([
    ['an unknown kind', { kind: 'password' }],
    ['a key too many', { ...WAYS.recovery, code: 'x' }],
    ['a passkey without salt', { kind: 'passkey', credentialId: WAYS.passkey.credentialId }],
    ['a passkey with an empty id', { ...WAYS.passkey, credentialId: '' }],
    ['a passkey with a short salt', { ...WAYS.passkey, salt: base64('salt', 31) }],
    ['a passkey with a long salt', { ...WAYS.passkey, salt: base64('salt', 33) }],
    ['a salt that is not base64', { ...WAYS.passkey, salt: '*'.repeat(44) }],
    ['a passphrase with a short salt', { ...WAYS.passphrase, salt: base64('salt', 15) }],
    ['memory under the floor', { ...WAYS.passphrase, memoryKiB: 65_535 }],
    ['memory by name', { ...WAYS.passphrase, memoryKiB: '65536' }],
    ['passes under the floor', { ...WAYS.passphrase, passes: 2 }],
    ['half a pass', { ...WAYS.passphrase, passes: 3.5 }],
    ['no lane', { ...WAYS.passphrase, parallelism: 0 }],
  ])('with %s is refused', (_, way) => {
    expect(accepts(WaySchema, way)).toBe(false);
  });
});

describe('a slot', () => {
  it('with all its parts is accepted', () => {
    expect(accepts(SlotSchema, slot)).toBe(true);
  });

  it.each([
    ['a short id', { id: base64('slot', 15) }],
    ['a time before 1970', { createdAt: -1 }],
    ['a short public key', { publicKey: base64('public', 31) }],
    ['a short nonce', { privateKey: { ...slot.privateKey, nonce: base64('nonce', 11) } }],
    ['no tag', { privateKey: { ...slot.privateKey, ciphertext: base64('private', 32) } }],
    [
      'a short encapsulated key',
      { dataKey: { ...slot.dataKey, encapsulatedKey: base64('e', 16) } },
    ],
    ['a long data key', { dataKey: { ...slot.dataKey, ciphertext: base64('data', 64) } }],
    ['a key too many', { material: base64('material') }],
  ])('with %s is refused', (_, change) => {
    expect(accepts(SlotSchema, { ...slot, ...change })).toBe(false);
  });
});

describe('a header', () => {
  it('with a slot is accepted', () => {
    expect(accepts(HeaderSchema, header)).toBe(true);
  });

  it.each([
    ['no slot', { slots: [] }],
    ['generation 0', { generation: 0 }],
    ['half a generation', { generation: 1.5 }],
    ['a generation beyond exact numbers', { generation: 2 ** 53 }],
    ['a short vault id', { vaultId: base64('vault', 12) }],
    ['a key too many', { accounts: 3 }],
  ])('with %s is refused', (_, change) => {
    expect(accepts(HeaderSchema, { ...header, ...change })).toBe(false);
  });
});
