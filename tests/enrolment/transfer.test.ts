import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { collect, isComplete, type Parts, PartsSchema } from '../../src/enrolment/transfer.ts';
import type { Transfer } from '../../src/otp/google-transfer.ts';
import { hotp, totp } from '../otp/credentials.ts';

const SECRETS = ['MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB'];
const account = (place: number) => totp({ secret: SECRETS[place] ?? '', account: `a${place}` });

/** One of three codes. */
function part(index: number, changes: Partial<Transfer> = {}): Transfer {
  return { batchId: 7, index, size: 3, accounts: [account(index)], problems: [], ...changes };
}

const collected = (...parts: Transfer[]) =>
  parts.reduce<Parts | undefined>((held, next) => collect(held, next), undefined);
const secretsOf = (parts: Parts | undefined) => parts?.accounts.map(({ secret }) => secret).sort();

describe('collect', () => {
  it('of a single code is complete at once', () => {
    const parts = collect(undefined, part(0, { size: 1 }));
    expect(parts).toEqual({
      batchId: 7,
      size: 1,
      read: [0],
      accounts: [account(0)],
      problems: [],
      startedAnew: false,
    });
    expect(isComplete(parts)).toBe(true);
  });

  it('adds part after part, and tells how many', () => {
    const one = collect(undefined, part(1));
    expect([one.read, one.size, isComplete(one)]).toEqual([[1], 3, false]);
    const two = collect(one, part(0));
    expect([two.read, isComplete(two)]).toEqual([[0, 1], false]);
    const three = collect(two, part(2));
    expect([three.read, isComplete(three)]).toEqual([[0, 1, 2], true]);
    expect(secretsOf(three)).toEqual(SECRETS.slice(0, 3));
  });

  it('counts the same part once', () => {
    const held = collected(part(0), part(1));
    expect(held && collect(held, part(0))).toBe(held);
    expect(held && collect(held, part(1))).toBe(held);
  });

  it.each([7, -7, 0])(
    'does not care for the order, nor how often each came: batch %i',
    (batchId) => {
      const order = fc
        .tuple(
          fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
          fc.array(fc.nat({ max: 4 }), { maxLength: 5 }),
        )
        .map(([once, again]) => [...once, ...again]);
      fc.assert(
        fc.property(order, (indices) => {
          const parts = collected(...indices.map((index) => part(index, { batchId, size: 5 })));
          expect(parts).toMatchObject({
            batchId,
            size: 5,
            read: [0, 1, 2, 3, 4],
            startedAnew: false,
          });
          expect(secretsOf(parts)).toEqual([...SECRETS].sort());
        }),
      );
    },
  );

  describe('starts anew, and says so, with a part of', () => {
    it.each<[string, Transfer, Transfer]>([
      ['another batch', part(0), part(1, { batchId: 8 })],
      ['another size', part(0), part(1, { size: 4 })],
      [
        'another size, without batch ids',
        part(0, { batchId: 0 }),
        part(1, { batchId: 0, size: 4 }),
      ],
      [
        'a batch that has an id where there was none',
        part(0, { batchId: 0 }),
        part(1, { batchId: 7 }),
      ],
      [
        'other accounts in the same place',
        part(0, { batchId: 0 }),
        part(0, { batchId: 0, accounts: [account(4)] }),
      ],
      [
        'an account of another type in the same place',
        part(0, { batchId: 0 }),
        part(0, { batchId: 0, accounts: [hotp({ secret: SECRETS[0] ?? '' })] }),
      ],
      [
        'one more account in the same place',
        part(0, { batchId: 0 }),
        part(0, { batchId: 0, accounts: [account(0), account(4)] }),
      ],
    ])('%s', (_, first, other) => {
      expect(collected(first, other)).toEqual({
        ...collect(undefined, other),
        startedAnew: true,
      });
    });
  });

  it('says it until the transfer is complete, and not of one that came to its end', () => {
    const second = collected(part(0), part(0, { batchId: 8 }), part(1, { batchId: 8 }));
    expect(second).toMatchObject({ batchId: 8, read: [0, 1], startedAnew: true });
    const after = collected(part(0), part(1), part(2), part(0, { batchId: 8 }));
    expect(after).toMatchObject({ batchId: 8, read: [0], startedAnew: false });
  });

  it('keeps what could not be read, with its place, named as it may be shown', () => {
    const problem = {
      index: 2,
      name: 'alex\u202e',
      code: 'unsupported',
      field: 'algorithm',
    } as const;
    const parts = collected(
      part(1, { problems: [problem] }),
      part(0, { problems: [{ ...problem, index: 0, name: 'x'.repeat(101) }] }),
    );
    expect(parts?.problems).toEqual([
      { part: 1, index: 2, name: 'alex\ufffd', code: 'unsupported', field: 'algorithm' },
      {
        part: 0,
        index: 0,
        name: `${'x'.repeat(100)}\u2026`,
        code: 'unsupported',
        field: 'algorithm',
      },
    ]);
  });

  it('can be kept and read back', () => {
    const problem = { index: 0, name: '', code: 'missing', field: 'secret' } as const;
    for (const parts of [
      collect(undefined, part(2, { batchId: -2_147_483_648 })),
      collect(undefined, part(0, { batchId: 0, accounts: [], problems: [problem] })),
    ]) {
      expect(v.parse(PartsSchema, JSON.parse(JSON.stringify(parts)))).toEqual(parts);
    }
  });
});
