import { expect, it } from 'vitest';
import { type Press, pressedKeys } from '../../../../src/ui/manager/shortcuts/pressed-keys.ts';

const NONE = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
const press = (key: string, held: Partial<Press> = {}): Press => ({
  ...NONE,
  ...{ key, code: '' },
  ...held,
});
const CTRL = { ctrlKey: true };
const ALT = { altKey: true };
const SHIFT = { shiftKey: true };
const META = { metaKey: true };

it.each([
  ['Ctrl+L', press('l', CTRL)],
  ['Alt+Shift+L', press('L', { ...ALT, ...SHIFT })],
  ['Ctrl+Alt+7', press('7', { ...CTRL, ...ALT })],
  ['F9', press('F9')],
  ['Shift+F12', press('F12', SHIFT)],
  ['Alt+Up', press('ArrowUp', ALT)],
  ['Ctrl+Comma', press(',', CTRL)],
  ['Ctrl+Space', press(' ', CTRL)],
  ['Alt+PageDown', press('PageDown', ALT)],
  // Alt writes another letter.
  ['Alt+Shift+O', press('Ø', { ...ALT, ...SHIFT, code: 'KeyO' })],
  ['Alt+2', press('™', { ...ALT, code: 'Digit2' })],
])('%s', (shortcut, pressed) => {
  expect(pressedKeys(pressed, false)).toEqual({ kind: 'shortcut', shortcut });
});

it('a Mac has keys of its own', () => {
  expect(pressedKeys(press('l', META), true)).toEqual({ kind: 'shortcut', shortcut: 'Command+L' });
  const control = press('l', { ...CTRL, ...SHIFT });
  expect(pressedKeys(control, true)).toEqual({ kind: 'shortcut', shortcut: 'MacCtrl+Shift+L' });
});

it.each(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'])('%s alone is not yet one', (key) => {
  expect(pressedKeys(press(key, { ctrlKey: key === 'Control' }), false).kind).toBe('not-yet');
});

it.each([
  ['a letter alone', press('l')],
  ['a letter with Shift', press('L', SHIFT)],
  ['three held keys', press('l', { ...CTRL, ...ALT, ...SHIFT })],
  ['a key that no shortcut has', press('ß', { ...ALT, code: 'Minus' })],
  ['F13', press('F13')],
  ['the system’s key', press('l', { ...CTRL, ...META })],
])('%s is none', (_, pressed) => {
  expect(pressedKeys(pressed, false).kind).toBe('impossible');
});
