import { describe, expect, it } from 'vitest';
import {
  alsoAt,
  LONGEST_ELSEWHERE,
  roomBeside,
} from '../../../../src/ui/manager/accounts/elsewhere.ts';

describe('alsoAt', () => {
  it.each([
    ['', 'Phone', 'Phone'],
    ['Phone', 'Tablet', 'Phone, Tablet'],
    ['Phone', '  Tablet ', 'Phone, Tablet'],
    ['Phone', '', 'Phone'],
    ['Phone', '   ', 'Phone'],
    ['', '', ''],
    // Nobody wants to read it twice.
    ['Phone', 'phone', 'Phone'],
    ['Safe, Phone', 'Phone', 'Safe, Phone'],
    ['Phone', 'Phone of Sam', 'Phone, Phone of Sam'],
  ])('%j and %j are %j', (known, place, expected) => {
    expect(alsoAt(known, place)).toBe(expected);
  });
});

describe('roomBeside', () => {
  it.each(['', 'Phone', 'x'.repeat(LONGEST_ELSEWHERE - 3)])(
    'fills up what the background takes: %j',
    (known) => {
      const filled = alsoAt(known, 'y'.repeat(roomBeside(known)));
      expect(filled).toHaveLength(LONGEST_ELSEWHERE);
    },
  );

  it.each([197, 198, 199, 200])('is never negative: %i characters', (length) => {
    expect(roomBeside('x'.repeat(length))).toBe(length === 197 ? 1 : 0);
  });
});
