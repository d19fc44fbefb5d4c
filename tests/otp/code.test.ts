import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32.ts';
import { codeAtStep, codeAtTime, timeStep } from '../../src/otp/code.ts';
import {
  anyAlgorithm,
  anyDigits,
  anyPeriod,
  anySecretBytes,
  hotp,
  rfcSeed,
  steam,
  totp,
} from './credentials.ts';
import { referenceCode, referenceSteamCode, STEAM_CHARACTERS } from './reference.ts';

describe('codeAtStep', () => {
  // RFC 4226, appendix D.
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('at counter %i is %s', (counter, code) => {
    expect(codeAtStep(hotp({ counter }), counter)).toBe(code);
  });

  it('agrees with an implementation of its own for any credential and any counter', () => {
    fc.assert(
      fc.property(
        anySecretBytes,
        anyAlgorithm,
        anyDigits,
        fc.maxSafeNat(),
        (bytes, algorithm, digits, step) => {
          const credential = totp({ secret: encodeBase32(bytes), algorithm, digits });
          expect(codeAtStep(credential, step)).toBe(
            referenceCode(bytes, { algorithm, digits, step }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('codeAtStep of Steam', () => {
  // KeePassXC's tests (TestTotp.cpp) got the first two from Steam's own app; Bitwarden's tests have the third.
  it.each([
    ['63BEDWCQZKTQWPESARIERL5DTTQFCJTK', 1_511_200_518, 'FR8RV'],
    ['63BEDWCQZKTQWPESARIERL5DTTQFCJTK', 1_511_200_714, '9P3VP'],
    ['HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ', 1_672_531_200, '7W6CJ'],
  ])('with secret %s at %i is %s', (secret, at, code) => {
    expect(codeAtTime(steam({ secret }), at)).toBe(code);
  });

  it('agrees with an implementation of its own for any secret and any step', () => {
    fc.assert(
      fc.property(anySecretBytes, fc.maxSafeNat(), (bytes, step) => {
        expect(codeAtStep(steam({ secret: encodeBase32(bytes) }), step)).toBe(
          referenceSteamCode(bytes, step),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has five characters, of all 26 and of no other', () => {
    const codes = Array.from({ length: 200 }, (_, step) => codeAtStep(steam(), step));
    expect(codes.filter((code) => code.length !== 5)).toEqual([]);
    expect([...new Set(codes.join(''))].sort().join('')).toBe(STEAM_CHARACTERS);
  });
});

describe('codeAtTime', () => {
  // RFC 6238, appendix B. The seed is as long as the algorithm's output (erratum 2866).
  const TIMES = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000];
  const CODES = {
    SHA1: ['94287082', '07081804', '14050471', '89005924', '69279037', '65353130'],
    SHA256: ['46119246', '68084774', '67062674', '91819424', '90698825', '77737706'],
    SHA512: ['90693936', '25091201', '99943326', '93441116', '38618901', '47863826'],
  } as const;
  const SEED_BYTES = { SHA1: 20, SHA256: 32, SHA512: 64 } as const;

  describe.each(['SHA1', 'SHA256', 'SHA512'] as const)('with %s', (algorithm) => {
    const secret = encodeBase32(rfcSeed(SEED_BYTES[algorithm]));
    it.each(TIMES.map((at, index) => [at, CODES[algorithm][index]]))('at %i is %s', (at, code) => {
      expect(codeAtTime(totp({ secret, algorithm, digits: 8 }), Number(at))).toBe(code);
    });
  });

  it('agrees with an implementation of its own for any period and any moment', () => {
    fc.assert(
      fc.property(
        anySecretBytes,
        anyPeriod,
        fc.double({ min: 0, max: 2 ** 40, noNaN: true }),
        (bytes, period, at) => {
          const step = Number(BigInt(Math.floor(at)) / BigInt(period));
          expect(codeAtTime(totp({ secret: encodeBase32(bytes), period }), at)).toBe(
            referenceCode(bytes, { algorithm: 'SHA1', digits: 6, step }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('timeStep', () => {
  it.each([
    [30, 0, 0],
    [30, 29.999, 0],
    [30, 30, 1],
    [60, 59, 0],
    [60, 60, 1],
    [15, 59, 3],
    [1, 1_700_000_000, 1_700_000_000],
    [90, 1_700_000_000, 18_888_888],
  ])('with a period of %i s, second %f is in step %i', (period, at, step) => {
    expect(timeStep(period, at)).toBe(step);
  });
});
