/** Their names in `KeyboardEvent.key`, and in WebDriver (https://w3c.github.io/webdriver/#keyboard-actions). */
export const NAMED_KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
} as const;

const MODIFIERS = ['Shift', 'Alt', 'Control'] as const;

type NamedKey = keyof typeof NAMED_KEYS;
export type Modifier = (typeof MODIFIERS)[number];

export interface KeyPress {
  readonly key: NamedKey | { readonly character: string };
  readonly modifiers: readonly Modifier[];
}

/** Reads what `Page.press` takes, such as `Shift+Tab`. */
export function parseKeys(keys: string): KeyPress {
  const parts = keys.split('+');
  const last = parts.pop() ?? '';
  const named = Object.keys(NAMED_KEYS).find((name): name is NamedKey => name === last);
  if (named === undefined && last.length !== 1) throw new Error(`There is no key ${last}`);
  const modifiers = parts.map((part) => {
    const modifier = MODIFIERS.find((each) => each === part);
    if (modifier === undefined) throw new Error(`${part} is held down with no key`);
    return modifier;
  });
  return { key: named ?? { character: last }, modifiers };
}
