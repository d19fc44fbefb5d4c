import { expect, it } from 'vitest';
import { afterChoice, afterLook, NO_PATIENCE } from '../../../src/page/wizard/patience.ts';

it('counts the looks that time asked for, since the step began', () => {
  const first = afterLook(NO_PATIENCE, 'qr', false);
  expect(first).toEqual({ step: 'qr', looks: 0 });
  const third = afterLook(afterLook(first, 'qr', true), 'qr', true);
  expect(third.looks).toBe(2);
  expect(afterLook(third, 'enter-code', true)).toEqual({ step: 'enter-code', looks: 0 });
});

it('does not count the looks that a change of the page asked for', () => {
  const before = { step: 'qr', looks: 2 } as const;
  expect(afterLook(before, 'qr', false)).toEqual(before);
});

it('counts anew after a choice', () => {
  expect(afterChoice({ step: 'qr', looks: 7 })).toEqual({ step: 'qr', looks: 0 });
});
