import { firefoxAccessibilityTree } from './firefox-accessibility.ts';
import { chooseFiles, dropFilesAt, pasteFile } from './firefox-files.ts';
import * as privileged from './firefox-privileged.ts';
import { type Privileges, SCRIPT_TIMEOUT_MS } from './firefox-privileges.ts';
import * as user from './firefox-user.ts';
import { type KeyPress, type Modifier, NAMED_KEYS } from './key-press.ts';
import { call } from './page-script.ts';
import type { Surface } from './surface.ts';

const PASTE_KEY = process.platform === 'darwin' ? 'metaKey' : 'ctrlKey';

export function firefoxSurface(privileges: Privileges, browserId: number): Surface {
  const runPrivileged = async (script: string): Promise<void> => {
    await privileges.on(browserId, user.runPrivileged, `return ${script}`, SCRIPT_TIMEOUT_MS);
  };
  return {
    url: () => privileges.on(browserId, privileged.urlOf),
    goto: (url) => privileges.on(browserId, privileged.load, url),
    reload: () => privileges.on(browserId, privileged.load, undefined),
    async bringToFront() {
      await privileges.run(privileged.closePopups);
      await privileges.on(browserId, privileged.bringToFront);
    },
    run: (expression) =>
      privileges.on(browserId, privileged.runIn, `return ${expression}`, SCRIPT_TIMEOUT_MS),
    clickAt: ({ x, y }) => privileges.on(browserId, privileged.clickAt, x, y),
    drag: (from, to) => privileges.on(browserId, privileged.drag, from, to),
    typeText: (text) => privileges.on(browserId, privileged.typeText, text),
    press: (keys) => privileges.on(browserId, privileged.press, ...firefoxKeys(keys)),
    preferColors: (scheme) => privileges.on(browserId, privileged.preferColors, scheme),
    accessibilityTree: () => firefoxAccessibilityTree(privileges, browserId),
    openMenuAt: ({ x, y }) => privileges.on(browserId, user.openMenuAt, x, y),
    setFiles: (selector, files) => runPrivileged(call(chooseFiles, [selector, files])),
    dropFiles: ({ x, y }, files) => runPrivileged(call(dropFilesAt, [x, y, files])),
    async paste(clip) {
      if ('pngFile' in clip) return runPrivileged(call(pasteFile, [clip.pngFile]));
      await privileges.run(user.writeClipboardText, clip.text);
      return privileges.on(browserId, user.pressPaste, PASTE_KEY);
    },
    async screenshot() {
      const picture = await privileges.on(browserId, privileged.takeSnapshot);
      return Buffer.from(picture, 'base64');
    },
    textsInMemory: async () => undefined,
    heapBytes: async () => undefined,
    isOpen: () => privileges.run(privileged.isOpen, browserId),
    close: () => privileges.on(browserId, privileged.closePage),
  };
}

const HELD: Record<Modifier, string> = { Shift: 'shiftKey', Alt: 'altKey', Control: 'ctrlKey' };

function firefoxKeys({ key, modifiers }: KeyPress): [string, string[]] {
  const name = typeof key === 'string' ? NAMED_KEYS[key] : key.character;
  return [name, modifiers.map((modifier) => HELD[modifier])];
}
