import { describe, expect, it } from 'vitest';
import type { Slot, Way } from '../../src/crypto/header.ts';
import { createSlot, openSlot, resealSlot } from '../../src/crypto/slot.ts';
import { base64, bytes, DATA_KEY, flipped, KEYS, VAULT_ID, WAYS } from './slots.ts';

const MATERIAL = bytes('material');
const CREATED_AT = 1_700_000_000_000;
const wrongKey = { name: 'Fault', code: 'wrong-key' };

const newSlot = (way: Way) => createSlot(VAULT_ID, way, MATERIAL, KEYS, CREATED_AT);

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

describe('a slot that is given another data key', () => {
  const OTHER = bytes('another data key');

  it.each(Object.values(WAYS))('gives that one, with the same $kind', async (way) => {
    const resealed = await resealSlot(VAULT_ID, await newSlot(way), { ...KEYS, dataKey: OTHER });
    expect(await openSlot(VAULT_ID, resealed, MATERIAL)).toEqual(OTHER);
  });

  it('keeps all the rest of it, and leaves the one before as it was', async () => {
    const slot = await newSlot(WAYS.recovery);
    const before = structuredClone(slot);
    const resealed = await resealSlot(VAULT_ID, slot, { ...KEYS, dataKey: OTHER });
    expect(resealed).toEqual({ ...slot, dataKey: expect.anything() });
    expect(resealed.dataKey.ciphertext).not.toBe(slot.dataKey.ciphertext);
    expect(slot).toEqual(before);
  });
});

describe('a data key that somebody else sealed to the public key', () => {
  it.each([
    ['with a sealing key of his own', { ...KEYS, sealingKey: bytes('his own') }],
    ['with an empty one', { ...KEYS, sealingKey: new Uint8Array(32) }],
  ])('%s does not come out of the slot', async (_, forger) => {
    const slot = await newSlot(WAYS.passkey);
    const forged = await resealSlot(VAULT_ID, slot, { ...forger, dataKey: bytes('his data key') });
    await expect(openSlot(VAULT_ID, forged, MATERIAL)).rejects.toMatchObject(wrongKey);
  });

  it('in the base mode, as format 1 had it, does not either', async () => {
    const slot = await newSlot(WAYS.passkey);
    // What resealing looks at is the length of the private key: with that of format 1, it takes no sealing key.
    const likeFormat1 = {
      ...slot,
      privateKey: { ...slot.privateKey, ciphertext: base64('a private key and its tag', 48) },
    };
    const { dataKey } = await resealSlot(VAULT_ID, likeFormat1, {
      ...KEYS,
      dataKey: bytes('his data key'),
    });
    await expect(openSlot(VAULT_ID, { ...slot, dataKey }, MATERIAL)).rejects.toMatchObject(
      wrongKey,
    );
  });
});
