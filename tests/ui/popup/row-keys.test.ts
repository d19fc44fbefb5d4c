import { expect, it } from 'vitest';
import { keyAct } from '../../../src/ui/popup/row-keys.ts';

const PLAIN = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
const place = (row: number) => ({ row, total: 10, page: 4 });
const press = (key: string, row: number, more: Partial<typeof PLAIN> = {}) =>
  keyAct({ key, ...PLAIN, ...more }, place(row));

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, -1],
  ['PageDown', 1, 5],
  ['PageDown', 8, 9],
  ['PageUp', 5, 1],
  ['PageUp', 2, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
])('of ten rows, %s leads from %i to %s', (key, row, expected) => {
  expect(press(key, row)).toEqual({ to: 'row', row: expected });
});

it.each(['a', 'Ü', '7', '@', '漢', '👩'])('%s goes on in the search', (key) => {
  expect(press(key, 5)).toEqual({ to: 'search', typed: key });
});

it('leads to the search by the slash, which is not typed there', () => {
  expect(press('/', 5)).toEqual({ to: 'search', typed: '' });
});

it('shows the next code by n alone', () => {
  expect(press('ArrowRight', 5)).toEqual({ to: 'next-code' });
  expect(press('N', 5)).toEqual({ to: 'search', typed: 'N' });
});

it.each(['Enter', ' ', 'Tab', 'Escape', 'F5', 'Shift', 'Backspace', 'Dead'])(
  '%s is left to the browser',
  (key) => {
    expect(press(key, 5)).toBeUndefined();
  },
);

it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])(
  'keys with %o are left to the browser',
  (more) => {
    expect(press('a', 5, more)).toBeUndefined();
    expect(press('End', 5, more)).toBeUndefined();
    expect(press('ArrowRight', 5, more)).toBeUndefined();
  },
);
