import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32.ts';
import { findCounter, LOOK_AHEAD } from '../../src/otp/resync.ts';
import { anyAlgorithm, anyDigits, anySecretBytes, hotp, rfcSeed } from './credentials.ts';
import { referenceCode } from './reference.ts';

const codeAt = (counter: number) =>
  referenceCode(rfcSeed(20), { algorithm: 'SHA1', digits: 6, step: counter });
const pairAt = (counter: number): [string, string] => [codeAt(counter), codeAt(counter + 1)];

describe('findCounter', () => {
  // The codes of RFC 4226, appendix D, at counters 0 to 9.
  it.each<[string, number, [string, string], number | undefined]>([
    ['where both stand together', 0, ['755224', '287082'], 2],
    ['one ahead', 0, ['287082', '359152'], 3],
    ['at the end of the appendix', 0, ['399871', '520489'], 10],
    ['from the middle', 7, ['162583', '399871'], 9],
    ['typed in groups', 0, [' 755 224', '287-082 '], 2],
    ['one behind', 1, ['755224', '287082'], undefined],
    ['with the first behind, and the second expected', 1, ['755224', '287082'], undefined],
    ['in the wrong order', 0, ['287082', '755224'], undefined],
    ['with one left out between', 0, ['755224', '359152'], undefined],
    ['the same twice', 0, ['755224', '755224'], undefined],
    ['the first wrong', 0, ['755225', '287082'], undefined],
    ['the second wrong', 0, ['755224', '287083'], undefined],
    ['a digit short', 0, ['55224', '87082'], undefined],
    ['with nothing typed', 0, ['', ''], undefined],
  ])('%s', (_, counter, codes, next) => {
    expect(findCounter(hotp({ counter }), codes)).toBe(next);
  });

  it.each([0, 12_345, 2 ** 32 - 500])(
    'looks %i + 1000 counters ahead and no further',
    (counter) => {
      const last = counter + LOOK_AHEAD;
      expect(LOOK_AHEAD).toBe(1000);
      expect(findCounter(hotp({ counter }), pairAt(last))).toBe(last + 2);
      expect(findCounter(hotp({ counter }), pairAt(last + 1))).toBe(undefined);
    },
  );

  it('gives no counter that a number cannot hold exactly', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const near = (counter: number) => hotp({ counter });
    expect(findCounter(near(most - 10), pairAt(most - 2))).toBe(most);
    expect(findCounter(near(most - 10), [codeAt(most - 1), codeAt(most)])).toBe(undefined);
    expect(findCounter(near(most - 1), [codeAt(most - 1), codeAt(most)])).toBe(undefined);
    expect(findCounter(near(most), pairAt(most - 2))).toBe(undefined);
  });

  it('finds any pair ahead, of any credential', () => {
    fc.assert(
      fc.property(
        anySecretBytes,
        anyAlgorithm,
        anyDigits,
        fc.nat({ max: 2 ** 40 }),
        fc.nat({ max: 30 }),
        (bytes, algorithm, digits, counter, ahead) => {
          const at = (step: number) => referenceCode(bytes, { algorithm, digits, step });
          const credential = hotp({ secret: encodeBase32(bytes), algorithm, digits, counter });
          const first = counter + ahead;
          expect(findCounter(credential, [at(first), at(first + 1)])).toBe(first + 2);
        },
      ),
      { numRuns: 100 },
    );
  });
});
