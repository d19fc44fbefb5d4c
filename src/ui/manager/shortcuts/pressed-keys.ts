/** The part of a `KeyboardEvent` that counts. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type Pressed =
  /** Only keys that are held while another one is pressed. */
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'impossible' }
  /** As `commands.update` takes it. */
  | { readonly kind: 'shortcut'; readonly shortcut: string };

const HELD = new Set(['Control', 'Alt', 'AltGraph', 'Meta', 'Shift', 'OS']);

/** Keys by their names in a shortcut, where that is not what they write. */
const NAMED = new Map([
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  [',', 'Comma'],
  ['.', 'Period'],
  [' ', 'Space'],
  ...['Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete'].map((key) => [key, key] as const),
]);

/**
 * What the browser takes as a shortcut: one or two of Ctrl, Alt, Command and Shift, not Shift alone, and a key; or a
 * function key, with up to two of them.
 */
export function pressedKeys(press: Press, isMac: boolean): Pressed {
  if (HELD.has(press.key)) return { kind: 'not-yet' };
  const held = [
    press.ctrlKey && (isMac ? 'MacCtrl' : 'Ctrl'),
    press.altKey && 'Alt',
    press.metaKey && isMac && 'Command',
    press.shiftKey && 'Shift',
  ].filter((each) => each !== false);
  const key = keyName(press);
  const isFunctionKey = /^F\d+$/u.test(key ?? '');
  const isEnough = isFunctionKey || held.some((each) => each !== 'Shift');
  // The system has those with its own key.
  const isSystems = press.metaKey && !isMac;
  if (key === undefined || !isEnough || held.length > 2 || isSystems) return { kind: 'impossible' };
  return { kind: 'shortcut', shortcut: [...held, key].join('+') };
}

function keyName({ key, code }: Press): string | undefined {
  const letter = key.toUpperCase();
  if (/^[A-Z0-9]$/u.test(letter) || /^F(?:[1-9]|1[0-2])$/u.test(key)) return letter;
  // With Alt, a key writes something else in many layouts.
  return NAMED.get(key) ?? /^(?:Key|Digit)([A-Z0-9])$/u.exec(code)?.[1];
}
