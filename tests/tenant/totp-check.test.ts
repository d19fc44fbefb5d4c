import { describe, expect, it } from 'vitest';
import { base32 } from './base32.ts';
import { codeOfStep, stepAt, TotpCheck } from './totp-check.ts';

const SECRET = Buffer.from('12345678901234567890');
const STEP = 30_000;
const NOW = 1_700_000_000_000;

/** The code that an authenticator shows at a time. */
const codeAt = (milliseconds: number) => codeOfStep(SECRET, stepAt(milliseconds));

describe('codeOfStep', () => {
  // RFC 6238, appendix B, SHA-1: the last six of the eight digits there.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i gives %s', (seconds, code) => {
    expect(codeAt(seconds * 1000)).toBe(code);
  });
});

describe('TotpCheck', () => {
  it.each([-1, 0, 1])('accepts the code %i steps away', (steps) => {
    const code = codeAt(NOW + steps * STEP);
    expect(new TotpCheck(SECRET).check(code, NOW)).toBe('accepted');
  });

  it.each([-2, 2])('takes the code %i steps away for wrong', (steps) => {
    const code = codeAt(NOW + steps * STEP);
    expect(new TotpCheck(SECRET).check(code, NOW)).toBe('wrong');
  });

  it.each(['', '12345', '1234567', 'abcdef', ' 287082'])('takes %j for wrong', (code) => {
    expect(new TotpCheck(SECRET).check(code, 59_000)).toBe('wrong');
  });

  it('accepts a code once', () => {
    const totp = new TotpCheck(SECRET);
    expect(totp.check(codeAt(NOW), NOW)).toBe('accepted');
    expect(totp.check(codeAt(NOW), NOW + 1)).toBe('used');
    expect(totp.check(codeAt(NOW + STEP), NOW + STEP)).toBe('accepted');
  });

  it('refuses an older code after a newer one', () => {
    const totp = new TotpCheck(SECRET);
    expect(totp.check(codeAt(NOW), NOW)).toBe('accepted');
    expect(totp.check(codeAt(NOW - STEP), NOW)).toBe('used');
  });

  it('forgets nothing over a wrong code', () => {
    const totp = new TotpCheck(SECRET);
    totp.check(codeAt(NOW), NOW);
    expect(totp.check('000000', NOW)).toBe('wrong');
    expect(totp.check(codeAt(NOW), NOW)).toBe('used');
  });
});

describe('base32', () => {
  // RFC 4648, section 10.
  it('writes whole groups in lower case', () => {
    expect(base32(Buffer.from('fooba'))).toBe('mzxw6ytb');
    expect(base32(SECRET)).toBe('gezdgnbvgy3tqojqgezdgnbvgy3tqojq');
  });
});
