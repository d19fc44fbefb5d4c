import { argon2Sync } from 'node:crypto';
import { expect, it } from 'vitest';
import { createPassphraseKey, evaluatePassphrase } from '../../src/crypto/passphrase.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { WAYS } from './slots.ts';

const ARGON2_TIME = 60_000;

/** A clock that shows these times, in milliseconds, one after the other, and then no more. */
function clock(...times: readonly number[]): () => number {
  const left = [...times];
  return () => {
    const next = left.shift();
    if (next === undefined) throw new Error('looked at the clock once too often');
    return next;
  };
}

it(
  'is Argon2id (RFC 9106), as Node computes it, with the parameters of the slot',
  async () => {
    const way = { ...WAYS.passphrase, memoryKiB: 65_536, passes: 3, parallelism: 1 };
    const { material } = await evaluatePassphrase('correct horse battery staple', way);
    const expected = argon2Sync('argon2id', {
      message: 'correct horse battery staple',
      nonce: decodeBase64(way.salt),
      memory: way.memoryKiB,
      passes: way.passes,
      parallelism: way.parallelism,
      tagLength: 32,
    });
    expect(Buffer.from(material, 'base64').equals(expected)).toBe(true);
  },
  ARGON2_TIME,
);

it(
  'gives the same for a letter typed as one character or as letter and accent',
  async () => {
    const composed = await evaluatePassphrase('caf\u00e9 \u00fcber alles', WAYS.passphrase);
    const decomposed = await evaluatePassphrase('cafe\u0301 u\u0308ber alles', WAYS.passphrase);
    expect(decomposed.material === composed.material).toBe(true);
  },
  ARGON2_TIME,
);

it(
  'salts each new key, and takes at least 64 MiB and three passes',
  async () => {
    const [one, other] = [
      await createPassphraseKey('the same'),
      await createPassphraseKey('the same'),
    ];
    expect(one.way.salt).not.toBe(other.way.salt);
    expect(one.material === other.material).toBe(false);
    expect(decodeBase64(one.way.salt)).toHaveLength(16);
    expect(decodeBase64(one.material)).toHaveLength(32);
    expect(one.way.memoryKiB).toBeGreaterThanOrEqual(64 * 1024);
    expect(one.way.passes).toBeGreaterThanOrEqual(3);
  },
  ARGON2_TIME,
);

it.each([
  ['costs what the floor costs where that takes long enough', 600, 3],
  ['has more passes where the floor takes half as long', 250, 6],
  ['has as many as a header may hold, and no more, where it takes no time', 0, 16],
])(
  '%s',
  async (_, elapsed, passes) => {
    const { way, material } = await createPassphraseKey('the same', clock(7000, 7000 + elapsed));
    expect(way).toEqual({
      kind: 'passphrase',
      salt: expect.any(String),
      memoryKiB: 65_536,
      passes,
      parallelism: 1,
    });
    const expected = argon2Sync('argon2id', {
      message: 'the same',
      nonce: decodeBase64(way.salt),
      memory: 65_536,
      passes,
      parallelism: 1,
      tagLength: 32,
    });
    expect(Buffer.from(material, 'base64').equals(expected)).toBe(true);
  },
  ARGON2_TIME,
);

it(
  'gives the same again from the way that was stored',
  async () => {
    const created = await createPassphraseKey('the same');
    const again = await evaluatePassphrase('the same', created.way);
    expect(again.way).toEqual(created.way);
    expect(again.material === created.material).toBe(true);
  },
  ARGON2_TIME,
);
