import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { importAesKey } from '../../src/crypto/aes-gcm.ts';
import type { Header, Slot } from '../../src/crypto/header.ts';
import { openVault, readHeader, sealVault, verifyVault } from '../../src/crypto/sealed-vault.ts';
import { createSlot } from '../../src/crypto/slot.ts';
import { Fault } from '../../src/fault.ts';
import { bytes, DATA_KEY, flipped, KEYS, VAULT_ID, WAYS } from './slots.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const DOCUMENT = { version: 1, accounts: [{ name: 'Zoë @ 株式会社' }] };
/** Magic, format, and length of the header. */
const PREFIX = 9;
const EXHAUSTIVE = 60_000;

let slots: Slot[];
let header: Header;
let sealed: Bytes;

beforeAll(async () => {
  slots = [
    await createSlot(VAULT_ID, WAYS.passphrase, bytes('passphrase'), KEYS, 0),
    await createSlot(VAULT_ID, WAYS.recovery, bytes('recovery'), KEYS, 0),
  ];
  header = { vaultId: VAULT_ID, generation: 7, savedAt: 1_700_000_000_000, slots };
  sealed = await sealVault(header, DOCUMENT, DATA_KEY);
});

/** The refusal of a vault that must not open. */
async function refusal(vault: Bytes, key = DATA_KEY): Promise<Fault> {
  const error = await openVault(vault, key).then(
    () => new Error('it opened'),
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw new Error('not a Fault', { cause: error });
}

function withByte(vault: Bytes, at: number, change: (byte: number) => number): Bytes {
  const changed = vault.slice();
  changed[at] = change(changed[at] ?? 0);
  return changed;
}

/** The same sealed document under other text in the header's place, its length set right. */
function withHeader(vault: Bytes, text: string): Bytes {
  const view = Buffer.from(vault);
  const length = Buffer.alloc(4);
  const encoded = Buffer.from(text);
  length.writeUInt32BE(encoded.length);
  const rest = view.subarray(PREFIX + view.readUInt32BE(5));
  return new Uint8Array(Buffer.concat([view.subarray(0, 5), length, encoded, rest]));
}

describe('a sealed vault', () => {
  it('gives header and document back', async () => {
    expect(await openVault(sealed, DATA_KEY)).toEqual({ header, document: DOCUMENT });
  });

  it('shows its header without a key', () => {
    expect(readHeader(sealed)).toEqual(header);
  });

  it('opens where it lies within a larger buffer', async () => {
    const buffer = new Uint8Array(sealed.length + 20);
    buffer.set(sealed, 10);
    const within = buffer.subarray(10, 10 + sealed.length);
    expect(await openVault(within, DATA_KEY)).toEqual({ header, document: DOCUMENT });
  });

  it('begins as the format says: "CSGN", format 2, the length of the header', () => {
    const view = Buffer.from(sealed);
    expect(view.toString('latin1', 0, 5)).toBe('CSGN\x02');
    const headerEnd = PREFIX + view.readUInt32BE(5);
    expect(JSON.parse(view.toString('utf8', PREFIX, headerEnd))).toEqual(header);
  });

  it('is never the same twice', async () => {
    const again = await sealVault(header, DOCUMENT, DATA_KEY);
    const headerEnd = PREFIX + Buffer.from(sealed).readUInt32BE(5);
    const nonceOf = (vault: Bytes) => vault.slice(headerEnd, headerEnd + 12);
    expect(nonceOf(again)).not.toEqual(nonceOf(sealed));
  });

  it('holds 10,000 accounts', async () => {
    const accounts = Array.from({ length: 10_000 }, (_, index) => ({ name: `account ${index}` }));
    const large = await sealVault(header, { accounts }, DATA_KEY);
    expect((await openVault(large, DATA_KEY)).document).toEqual({ accounts });
  });

  it('does not open with another key', async () => {
    expect(await refusal(sealed, bytes('another key'))).toMatchObject({ code: 'damaged' });
  });
});

/** As format 1 was: its document compressed. */
async function sealCompressed(plaintext: Bytes): Promise<Bytes> {
  const text = Buffer.from(JSON.stringify(header));
  const clear = Buffer.concat([Buffer.from('CSGN\x01\0\0\0\0', 'latin1'), text]);
  clear.writeUInt32BE(text.length, 5);
  const nonce = bytes('nonce', 12);
  const key = await importAesKey(DATA_KEY);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: clear },
    key,
    plaintext,
  );
  return new Uint8Array(Buffer.concat([clear, nonce, Buffer.from(ciphertext)]));
}

describe('verifyVault', () => {
  it('finds a good seal good', async () => {
    await verifyVault(sealed, DATA_KEY);
  });

  it('finds every other one damaged', async () => {
    const damaged = { name: 'Fault', code: 'damaged' };
    await expect(verifyVault(sealed, bytes('another key'))).rejects.toMatchObject(damaged);
    for (let at = 5; at < sealed.length; at += 1) {
      const changed = withByte(sealed, at, (byte) => byte ^ 1);
      await expect(verifyVault(changed, DATA_KEY)).rejects.toMatchObject(damaged);
    }
    await expect(verifyVault(sealed.slice(0, -1), DATA_KEY)).rejects.toMatchObject(damaged);
  });
});

describe('a vault of format 1', () => {
  const json = new TextEncoder().encode(JSON.stringify(DOCUMENT));

  it('opens: its document is compressed', async () => {
    const compressed = await sealCompressed(new Uint8Array(deflateRawSync(json)));
    expect(await openVault(compressed, DATA_KEY)).toEqual({ header, document: DOCUMENT });
    expect(readHeader(compressed)).toEqual(header);
  });

  it.each<[string, () => Bytes]>([
    ['no compressed document', () => json],
    ['a compressed document cut short', () => new Uint8Array(deflateRawSync(json)).slice(0, -4)],
    ['compressed what is no JSON', () => new Uint8Array(deflateRawSync('{'))],
  ])('with %s inside a good seal is damaged', async (_, plaintext) => {
    const compressed = await sealCompressed(plaintext());
    expect(await refusal(compressed)).toMatchObject({ code: 'damaged', field: 'document' });
  });

  it('is no format 2, nor the other way round', async () => {
    const compressed = await sealCompressed(new Uint8Array(deflateRawSync(json)));
    expect(await refusal(withByte(compressed, 4, () => 2))).toMatchObject({ code: 'damaged' });
    expect(await refusal(withByte(sealed, 4, () => 1))).toMatchObject({ code: 'damaged' });
  });
});

describe('a damaged vault is refused with a Fault', () => {
  it.each([
    ['one bit', (byte: number) => byte ^ 1],
    ['its highest bit', (byte: number) => byte ^ 0x80],
    ['every bit', (byte: number) => byte ^ 0xff],
    ['all: it becomes a blank', () => 0x20],
  ])(
    'for every byte of it, where %s was changed',
    async (_, change) => {
      for (let at = 0; at < sealed.length; at += 1) {
        const changed = withByte(sealed, at, change);
        if (changed[at] === sealed[at]) continue;
        const { code } = await refusal(changed);
        const unknownFormat = at === 4 && changed[at] !== 1;
        expect([at, code]).toEqual([at, unknownFormat ? 'unsupported-format' : 'damaged']);
      }
    },
    EXHAUSTIVE,
  );

  it(
    'for every length that it is cut to',
    async () => {
      for (let length = 0; length < sealed.length; length += 1) {
        const { code } = await refusal(sealed.slice(0, length));
        expect([length, code]).toEqual([length, 'damaged']);
      }
    },
    EXHAUSTIVE,
  );

  it('where bytes were added', async () => {
    const longer = new Uint8Array([...sealed, 0]);
    expect(await refusal(longer)).toMatchObject({ code: 'damaged' });
  });

  it.each([0, 3, 255])('where it has format %i, as unsupported-format', async (format) => {
    const newer = withByte(sealed, 4, () => format);
    expect(await refusal(newer)).toMatchObject({ code: 'unsupported-format', field: 'format' });
    expect(() => readHeader(newer)).toThrow(
      expect.objectContaining({ name: 'Fault', code: 'unsupported-format' }),
    );
  });
});

describe('a header is bound to the document:', () => {
  const passphrase = () => slots.slice(0, 1);
  const recovery = () => slots.slice(1);
  const withWay = (change: object) => ({
    slots: [
      ...passphrase().map((slot) => ({ ...slot, way: { ...slot.way, ...change } })),
      ...recovery(),
    ],
  });

  it('written unchanged, it opens', async () => {
    const rewritten = withHeader(sealed, JSON.stringify(header));
    expect(await openVault(rewritten, DATA_KEY)).toEqual({ header, document: DOCUMENT });
  });

  it.each<[string, () => object]>([
    ['a raised parameter', () => withWay({ memoryKiB: 131_072 })],
    ['a parameter lowered to under the floor', () => withWay({ memoryKiB: 8 })],
    ['fewer passes', () => withWay({ passes: 1 })],
    ['another salt', () => withWay({ salt: flipped(WAYS.passphrase.salt) })],
    ['a dropped slot', () => ({ slots: recovery() })],
    ['no slot', () => ({ slots: [] })],
    ['a slot twice', () => ({ slots: [...slots, ...recovery()] })],
    ['slots in another order', () => ({ slots: [...recovery(), ...passphrase()] })],
    ['a younger slot', () => ({ slots: slots.map((slot) => ({ ...slot, createdAt: 1 })) })],
    ['a lower generation', () => ({ generation: 6 })],
    ['a higher generation', () => ({ generation: 8 })],
    ['another time', () => ({ savedAt: 0 })],
    ['another vault', () => ({ vaultId: flipped(VAULT_ID) })],
    ['a key too many', () => ({ note: 'x' })],
  ])('with %s it is damaged', async (_, change) => {
    const changed = withHeader(sealed, JSON.stringify({ ...header, ...change() }));
    expect(await refusal(changed)).toMatchObject({ code: 'damaged' });
  });

  it.each([
    ['in other words', () => JSON.stringify(header, undefined, 1)],
    ['empty', () => ''],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['no JSON', () => 'header'],
  ])('%s it is damaged', async (_, text) => {
    expect(await refusal(withHeader(sealed, text()))).toMatchObject({ code: 'damaged' });
  });

  it('taken from an older state it is damaged', async () => {
    const older = await sealVault({ ...header, generation: 6 }, DOCUMENT, DATA_KEY);
    const swapped = withHeader(sealed, JSON.stringify(readHeader(older)));
    expect(await refusal(swapped)).toMatchObject({ code: 'damaged' });
  });
});
