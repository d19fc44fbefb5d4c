import { describe, expect, it } from 'vitest';
import { HotpCheck } from './hotp-check.ts';
import { codeOfStep } from './totp-check.ts';

const SECRET = Buffer.from('12345678901234567890');

describe('HotpCheck', () => {
  // RFC 4226, appendix D.
  it('takes the codes of the RFC one after the other', () => {
    const hotp = new HotpCheck(SECRET);
    for (const code of ['755224', '287082', '359152', '969429', '338314']) {
      expect(hotp.check(code)).toBe('accepted');
    }
  });

  it.each([0, 1, 2, 3])('takes a code %i counters ahead, and then the one after it', (ahead) => {
    const hotp = new HotpCheck(SECRET);
    expect(hotp.check(codeOfStep(SECRET, ahead))).toBe('accepted');
    expect(hotp.check(codeOfStep(SECRET, ahead))).toBe('wrong');
    expect(hotp.check(codeOfStep(SECRET, ahead + 1))).toBe('accepted');
  });

  it('takes none that is further ahead, nor one that was passed over', () => {
    const hotp = new HotpCheck(SECRET);
    expect(hotp.check(codeOfStep(SECRET, 4))).toBe('wrong');
    expect(hotp.check(codeOfStep(SECRET, 2))).toBe('accepted');
    expect(hotp.check(codeOfStep(SECRET, 1))).toBe('wrong');
  });
});
