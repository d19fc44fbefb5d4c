/** A keyboard shortcut: one letter or digit, and what is held down with it. */
export interface Shortcut {
  /** In capitals. */
  readonly key: string;
  readonly modifiers: ReadonlySet<string>;
}

/** Reads what `commands.getAll` tells, such as `Alt+Shift+L`. */
export function parseShortcut(text: string): Shortcut {
  const modifiers = text.split('+');
  const key = modifiers.pop() ?? '';
  if (!/^[A-Z\d]$/u.test(key)) throw new Error(`“${text}” is no shortcut of a letter or a digit`);
  return { key, modifiers: new Set(modifiers) };
}

/** Runs in the background: the shortcut of a command of the manifest, as it is set now. */
export async function readShortcut(name: string): Promise<string> {
  const command = (await chrome.commands.getAll()).find((each) => each.name === name);
  if (!command?.shortcut) throw new Error(`The command ${name} has no shortcut`);
  return command.shortcut;
}
