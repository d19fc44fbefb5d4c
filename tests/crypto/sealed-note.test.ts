import { beforeAll, describe, expect, it } from 'vitest';
import { openNote, sealNote } from '../../src/crypto/sealed-note.ts';
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
