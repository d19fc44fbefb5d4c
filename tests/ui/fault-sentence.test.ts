import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Fault, type FaultCode } from '../../src/fault.ts';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { errorSentence, faultSentence } = await import('../../src/ui/fault-sentence.ts');

/** The codes as the source lists them: they exist as types only. */
const SOURCE = readFileSync(new URL('../../src/fault.ts', import.meta.url), 'utf8');
const CODES = Array.from(SOURCE.matchAll(/^ {2}\| '([a-z-]+)'/gmu), ([, code]) => code ?? '');

const INTERNAL = faultSentence('internal');

describe('faultSentence', () => {
  it('is tried with every code', () => {
    expect(CODES).toContain('not-otpauth' satisfies FaultCode);
    expect(CODES).toContain('internal' satisfies FaultCode);
    expect(CODES.length).toBeGreaterThan(20);
  });

  it.each(CODES.filter((code) => code !== 'internal'))(
    'has a sentence of its own for %s',
    (code) => {
      const sentence = faultSentence(code);
      expect(sentence).toMatch(/^\p{Lu}.*\p{L}.*\.$/u);
      expect(sentence).not.toBe(INTERNAL);
    },
  );

  it('has no two codes with the same sentence', () => {
    expect(new Set(CODES.map((code) => faultSentence(code))).size).toBe(CODES.length);
  });

  it.each([
    ['invalid', 'digits', 'the number of digits'],
    ['missing', 'secret', 'the secret'],
    ['unsupported', 'type', 'the kind of code'],
    ['unsupported', 'algorithm', 'the algorithm'],
    ['ambiguous', 'issuer', 'the issuer'],
    ['invalid', 'label', 'the name of the account'],
    ['invalid', 'period', 'the period'],
    ['missing', 'counter', 'the counter'],
    ['invalid', 'batch_index', 'the data'],
  ])('%s, %s: says "%s"', (code, field, name) => {
    expect(faultSentence(code, field)).toContain(name);
    expect(faultSentence(code, field)).not.toContain('$');
  });

  it.each(['', 'no-such-code', 'toString', '__proto__', 'constructor'])(
    'takes the unknown code %j for internal',
    (code) => {
      expect(faultSentence(code)).toBe(INTERNAL);
    },
  );

  it.each(['batch_id', 'toString', 'constructor', '__proto__', '', undefined])(
    'says “the data” of the field %j, which people do not know',
    (field) => {
      expect(faultSentence('invalid', field)).toContain('wrong: the data is');
    },
  );

  it('does not show what a request was made of', () => {
    expect(faultSentence('malformed', 'first.material')).toBe(faultSentence('malformed'));
  });
});

describe('errorSentence', () => {
  it('of a Fault is that of its code and field', () => {
    const fault = new Fault('invalid', 'for developers', 'digits');
    expect(errorSentence(fault)).toBe(faultSentence('invalid', 'digits'));
  });

  it.each([new Error('cannot read x'), 'text', undefined, { code: 'locked' }])(
    'of %o is that of something internal, and repeats nothing',
    (error) => {
      expect(errorSentence(error)).toBe(INTERNAL);
    },
  );
});
