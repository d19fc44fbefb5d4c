import { describe, expect, it } from 'vitest';
import type { Slot, Way } from '../../src/crypto/header.ts';
import { createSlot, openSlot } from '../../src/crypto/slot.ts';
import { base64, bytes, DATA_KEY, flipped, VAULT_ID, WAYS } from './slots.ts';

const MATERIAL = bytes('material');
const CREATED_AT = 1_700_000_000_000;
const wrongKey = { name: 'Fault', code: 'wrong-key' };

const newSlot = (way: Way) => createSlot(VAULT_ID, way, MATERIAL, DATA_KEY, CREATED_AT);

describe.each(Object.values(WAYS))('the slot of a $kind', (way) => {
  it('gives the data key back', async () => {
    const slot = await newSlot(way);
    expect(await openSlot(VAULT_ID, slot, MATERIAL)).toEqual(DATA_KEY);
  });

  it('gives it back after a way through JSON, keys in another order', async () => {
    const slot = await newSlot(way);
    const reordered = Object.fromEntries(Object.entries(slot.way).reverse()) as Way;
    const stored: Slot = JSON.parse(JSON.stringify({ ...slot, way: reordered }));
    expect(await openSlot(VAULT_ID, stored, MATERIAL)).toEqual(DATA_KEY);
  });

  it.each([
    ['other material', bytes('other material')],
    [
      'material one bit away',
      Uint8Array.from(MATERIAL, (byte, index) => (index ? byte : byte ^ 1)),
    ],
    ['material cut short', MATERIAL.slice(0, 31)],
    ['no material', new Uint8Array()],
  ])('does not open with %s', async (_, material) => {
    await expect(openSlot(VAULT_ID, await newSlot(way), material)).rejects.toMatchObject(wrongKey);
  });

  it('does not open in another vault', async () => {
    const slot = await newSlot(way);
    await expect(openSlot(flipped(VAULT_ID), slot, MATERIAL)).rejects.toMatchObject(wrongKey);
  });

  it.each<[string, (slot: Slot) => Slot]>([
    ['id', (slot) => ({ ...slot, id: flipped(slot.id) })],
    ['public key', (slot) => ({ ...slot, publicKey: flipped(slot.publicKey) })],
    [
      'nonce',
      ({ privateKey, ...slot }) => ({
        ...slot,
        privateKey: { ...privateKey, nonce: flipped(privateKey.nonce) },
      }),
    ],
    [
      'private key',
      ({ privateKey, ...slot }) => ({
        ...slot,
        privateKey: { ...privateKey, ciphertext: flipped(privateKey.ciphertext) },
      }),
    ],
    [
      'tag of the private key',
      ({ privateKey, ...slot }) => ({
        ...slot,
        privateKey: { ...privateKey, ciphertext: flipped(privateKey.ciphertext, 47) },
      }),
    ],
    [
      'encapsulated key',
      ({ dataKey, ...slot }) => ({
        ...slot,
        dataKey: { ...dataKey, encapsulatedKey: flipped(dataKey.encapsulatedKey) },
      }),
    ],
    [
      'encapsulated key, all zero',
      ({ dataKey, ...slot }) => ({
        ...slot,
        dataKey: { ...dataKey, encapsulatedKey: Buffer.alloc(32).toString('base64') },
      }),
    ],
    [
      'data key',
      ({ dataKey, ...slot }) => ({
        ...slot,
        dataKey: { ...dataKey, ciphertext: flipped(dataKey.ciphertext) },
      }),
    ],
    [
      'tag of the data key',
      ({ dataKey, ...slot }) => ({
        ...slot,
        dataKey: { ...dataKey, ciphertext: flipped(dataKey.ciphertext, 47) },
      }),
    ],
  ])('does not open with another %s', async (_, tamper) => {
    const slot = tamper(await newSlot(way));
    await expect(openSlot(VAULT_ID, slot, MATERIAL)).rejects.toMatchObject(wrongKey);
  });
});

describe('a slot is bound to its way:', () => {
  it.each<[string, Way, Way]>([
    ['credential id', WAYS.passkey, { ...WAYS.passkey, credentialId: base64('other', 20) }],
    ['salt of the PRF', WAYS.passkey, { ...WAYS.passkey, salt: base64('other') }],
    ['salt of the passphrase', WAYS.passphrase, { ...WAYS.passphrase, salt: base64('other', 16) }],
    ['memory', WAYS.passphrase, { ...WAYS.passphrase, memoryKiB: 131_072 }],
    ['passes', WAYS.passphrase, { ...WAYS.passphrase, passes: 4 }],
    ['lanes', WAYS.passphrase, { ...WAYS.passphrase, parallelism: 2 }],
    ['kind', WAYS.passphrase, WAYS.recovery],
    ['kind', WAYS.recovery, WAYS.passkey],
  ])('it does not open with another %s', async (_, made, claimed) => {
    const slot = { ...(await newSlot(made)), way: claimed };
    await expect(openSlot(VAULT_ID, slot, MATERIAL)).rejects.toMatchObject(wrongKey);
  });
});

describe('two slots', () => {
  it('of the same material share nothing that can be seen', async () => {
    const [one, other] = [await newSlot(WAYS.recovery), await newSlot(WAYS.recovery)];
    expect(one.id).not.toBe(other.id);
    expect(one.publicKey).not.toBe(other.publicKey);
    expect(one.privateKey).not.toEqual(other.privateKey);
    expect(one.dataKey).not.toEqual(other.dataKey);
  });

  it('cannot swap their sealed parts', async () => {
    const [one, other] = [await newSlot(WAYS.recovery), await newSlot(WAYS.recovery)];
    for (const part of ['id', 'publicKey', 'privateKey', 'dataKey'] as const) {
      const mixed = { ...one, [part]: other[part] };
      await expect(openSlot(VAULT_ID, mixed, MATERIAL)).rejects.toMatchObject(wrongKey);
    }
  });
});

it('holds neither the data key nor the material in the clear', async () => {
  const stored = JSON.stringify(await newSlot(WAYS.recovery));
  for (const secret of [DATA_KEY, MATERIAL]) {
    expect(stored.includes(Buffer.from(secret).toString('base64'))).toBe(false);
    expect(stored.includes(Buffer.from(secret).toString('hex'))).toBe(false);
  }
});

it('remembers when it was made', async () => {
  expect((await newSlot(WAYS.recovery)).createdAt).toBe(CREATED_AT);
});
