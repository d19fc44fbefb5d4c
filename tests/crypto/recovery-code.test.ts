import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecoveryCode, normalizeRecoveryCode } from '../../src/crypto/recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mistyped = expect.objectContaining({ name: 'Fault', code: 'recovery-code-mistyped' });

/** Worked out by hand from Luhn's rule: 27 zeros sum to 0; a last "1" counts twice, 32 − 2 = 30. */
const ZEROS = '0000-0000-0000-0000-0000-0000-0000';
const ONE = '0000-0000-0000-0000-0000-0000-001Y';

function isAccepted(typed: string): boolean {
  try {
    normalizeRecoveryCode(typed);
    return true;
  } catch {
    return false;
  }
}

const someCodes = Array.from({ length: 20 }, () => normalizeRecoveryCode(createRecoveryCode()));

describe('createRecoveryCode', () => {
  it('makes seven groups of four characters that are not mistaken for others', () => {
    expect(createRecoveryCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){6}$/u);
  });

  it('makes codes that it accepts', () => {
    for (let count = 0; count < 200; count += 1) {
      const code = createRecoveryCode();
      expect(normalizeRecoveryCode(code)).toBe(code.replaceAll('-', ''));
    }
  });

  it('makes no code twice, and uses every character in every place but the check', () => {
    const codes = Array.from({ length: 1000 }, () => normalizeRecoveryCode(createRecoveryCode()));
    expect(new Set(codes).size).toBe(codes.length);
    for (let place = 0; place < 27; place += 1) {
      expect(new Set(codes.map((code) => code.charAt(place))).size).toBe(ALPHABET.length);
    }
  });
});

describe('normalizeRecoveryCode', () => {
  it.each([ZEROS, ONE])('accepts %s', (code) => {
    expect(normalizeRecoveryCode(code)).toBe(code.replaceAll('-', ''));
  });

  it.each([
    ['lower case', '0000-0000-0000-0000-0000-0000-001y'],
    ['no dashes', '000000000000000000000000001Y'],
    ['spaces anywhere', ' 00 00 0000 00000000 0000\t0000\u00a0001Y\n'],
    ['the letter O for zero', 'OOOO-oooo-0000-0000-0000-0000-001Y'],
    ['the letter I for one', '0000-0000-0000-0000-0000-0000-00iY'],
    ['the letter L for one', '0000-0000-0000-0000-0000-0000-00LY'],
  ])('understands %s', (_, typed) => {
    expect(normalizeRecoveryCode(typed)).toBe('000000000000000000000000001Y');
  });

  it.each([
    ['nothing', ''],
    ['a code cut short', '0000-0000-0000-0000-0000-0000-000'],
    ['a code with one more', '0000-0000-0000-0000-0000-0000-0000-0'],
    ['a letter of no use', 'U000-0000-0000-0000-0000-0000-0000'],
    ['a sign', '0000-0000-0000-0000-0000-0000-000!'],
    ['a wrong check character', '0000-0000-0000-0000-0000-0000-0001'],
  ])('refuses %s', (_, typed) => {
    expect(() => normalizeRecoveryCode(typed)).toThrow(mistyped);
  });

  it('finds every single wrong character', () => {
    const missed = someCodes.flatMap((code) =>
      Array.from(code, (right, place) =>
        [...ALPHABET]
          .filter((wrong) => wrong !== right)
          .map((wrong) => code.slice(0, place) + wrong + code.slice(place + 1))
          .filter(isAccepted),
      ).flat(),
    );
    expect(missed).toHaveLength(0);
  });

  it('finds every swap of neighbours but that of 0 and Z', () => {
    const missed = someCodes.flatMap((code) =>
      Array.from({ length: code.length - 1 }, (_, place) => place)
        .filter((place) => code[place] !== code[place + 1])
        .filter((place) => !/^(?:0Z|Z0)$/u.test(code.slice(place, place + 2)))
        .map(
          (place) =>
            code.slice(0, place) +
            code.charAt(place + 1) +
            code.charAt(place) +
            code.slice(place + 2),
        )
        .filter(isAccepted),
    );
    expect(missed).toHaveLength(0);
  });

  it('meets any text with a code or a Fault that does not repeat it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (typed) => {
        if (isAccepted(typed)) return;
        expect(() => normalizeRecoveryCode(typed)).toThrow(mistyped);
      }),
    );
    expect(() => normalizeRecoveryCode('ABCD-EFGH')).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/ABCD|EFGH/iu) }),
    );
  }, 30_000);
});
