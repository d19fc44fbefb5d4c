import { beforeAll, describe, expect, it } from 'vitest';
import { openNote, openUses, sealNote, sealUses } from '../../src/crypto/sealed-note.ts';
import { bytes, DATA_KEY, flipped, VAULT_ID } from './slots.ts';

const NOTE = { kind: 'account-added', label: 'Zoë @ 株式会社' };
const damaged = { name: 'Fault', code: 'damaged' };

let sealed: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  sealed = await sealNote(VAULT_ID, 7, NOTE, DATA_KEY);
});

describe('a sealed note', () => {
  it('gives back what was sealed', async () => {
    expect(await openNote(VAULT_ID, 7, sealed, DATA_KEY)).toEqual(NOTE);
  });

  it('shows nothing of it', () => {
    expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/account|added|Zo/u);
  });

  it('is never the same twice', async () => {
    expect(await sealNote(VAULT_ID, 7, NOTE, DATA_KEY)).not.toEqual(sealed);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['in another vault', () => openNote(flipped(VAULT_ID), 7, sealed, DATA_KEY)],
    ['at another state', () => openNote(VAULT_ID, 8, sealed, DATA_KEY)],
    ['with another key', () => openNote(VAULT_ID, 7, sealed, bytes('another key'))],
    ['empty', () => openNote(VAULT_ID, 7, new Uint8Array(), DATA_KEY)],
  ])('does not open %s', async (_, opening) => {
    await expect(opening()).rejects.toMatchObject(damaged);
  });

  it('does not open with any byte of it changed, or cut to any length', async () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      for (const bad of [changed, sealed.slice(0, at)]) {
        await expect(openNote(VAULT_ID, 7, bad, DATA_KEY)).rejects.toMatchObject(damaged);
      }
    }
  });
});

describe('sealed uses', () => {
  const USES = [['0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70', { at: 1_700_000_000_000 }]];
  let uses: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    uses = await sealUses(VAULT_ID, USES, DATA_KEY);
  });

  it('give back what was sealed', async () => {
    expect(await openUses(VAULT_ID, uses, DATA_KEY)).toEqual(USES);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['in another vault', () => openUses(flipped(VAULT_ID), uses, DATA_KEY)],
    ['with another key', () => openUses(VAULT_ID, uses, bytes('another key'))],
    ['as a note', () => openNote(VAULT_ID, 7, uses, DATA_KEY)],
    ['where they are a note', () => openUses(VAULT_ID, sealed, DATA_KEY)],
    ['empty', () => openUses(VAULT_ID, new Uint8Array(), DATA_KEY)],
    [
      'changed',
      () =>
        openUses(
          VAULT_ID,
          uses.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
          DATA_KEY,
        ),
    ],
  ])('do not open %s', async (_, opening) => {
    await expect(opening()).rejects.toMatchObject(damaged);
  });
});
