import { browser } from 'wxt/browser';
import { type MessageKey, t } from '../../i18n.ts';

/** A command of ours, and the keys that it has; none where `shortcut` is empty. */
export interface Command {
  readonly name: string;
  /** What it does. */
  readonly does: string;
  readonly shortcut: string;
}

/** Firefox lets an extension change its shortcuts; Chrome does that on a page of its own. */
interface Changing {
  readonly update?: (change: { name: string; shortcut: string }) => Promise<void>;
  readonly reset?: (name: string) => Promise<void>;
}

const CHROME_PAGE = 'chrome://extensions/shortcuts';

/** What each command of the manifest does: in the language of the page, and not that of the browser. */
const NAMES: ReadonlyMap<string, MessageKey> = new Map([
  ['_execute_action', 'commandOpen'],
  ['fill-code', 'commandFill'],
  ['scan-page', 'commandScan'],
  ['lock-vault', 'commandLock'],
]);

/** In the order of {@link NAMES}. */
export async function ownCommands(): Promise<readonly Command[]> {
  const shortcuts = new Map((await browser.commands.getAll()).map((each) => [each.name, each]));
  return Array.from(NAMES, ([name, message]) => ({
    name,
    does: t(message),
    shortcut: shortcuts.get(name)?.shortcut ?? '',
  }));
}

export function canChange(): boolean {
  return changing().update !== undefined;
}

/** @param shortcut empty: none */
export async function changeShortcut(name: string, shortcut: string): Promise<void> {
  await changing().update?.({ name, shortcut });
}

/** The keys that it came with. */
export async function resetShortcut(name: string): Promise<void> {
  await changing().reset?.(name);
}

export async function openChromePage(): Promise<void> {
  await browser.tabs.create({ url: CHROME_PAGE });
}

function changing(): Changing {
  return browser.commands as Changing;
}
