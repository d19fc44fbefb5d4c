import { describe, expect, it, vi } from 'vitest';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { moment } = await import('../../src/ui/moment.ts');

/** The last moment that a `Date` can hold. */
const LAST = 8.64e15;

describe('moment', () => {
  it('writes date and time', () => {
    expect(moment(Date.UTC(2026, 10, 14, 12))).toMatch(/^Nov 14, 2026, \d\d?:\d\d\s[AP]M$/u);
  });

  it.each([0, -1, 0.5, LAST, -LAST])('has a date for %d', (time) => {
    expect(moment(time)).toMatch(/\d:\d{2}/u);
  });

  it('tells seconds only where moments are to be told apart', () => {
    expect(moment(1_700_000_001_000)).not.toMatch(/:\d{2}:\d{2}/u);
    expect(moment(1_700_000_001_000, 'exactly')).toMatch(/:\d{2}:21/u);
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    LAST + 1,
    -LAST - 1,
    Number.MAX_VALUE,
  ])('has words for %d, which is no time', (time) => {
    expect(moment(time)).toBe('time unknown');
  });
});
