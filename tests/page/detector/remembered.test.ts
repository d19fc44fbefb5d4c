import { expect, test, vi } from 'vitest';
import { remembered } from '../../../src/page/detector/remembered.ts';

test('what was made once is not made again', () => {
  const make = vi.fn((text: string) => text.length);
  const length = remembered(make);
  expect([length('one'), length('three'), length('one')]).toEqual([3, 5, 3]);
  expect(make).toHaveBeenCalledTimes(2);
});

test('a page without end does not fill the memory', () => {
  const make = vi.fn((at: number) => `${at}`);
  const text = remembered(make);
  for (let at = 0; at <= 300; at += 1) text(at);
  expect(text(0)).toBe('0');
  expect(make).toHaveBeenCalledTimes(302);
});
