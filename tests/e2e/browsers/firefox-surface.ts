import * as privileged from './firefox-privileged.ts';
import { type Privileges, SCRIPT_TIMEOUT_MS } from './firefox-privileges.ts';
import type { Surface } from './surface.ts';

export function firefoxSurface(privileges: Privileges, browserId: number): Surface {
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
    typeText: (text) => privileges.on(browserId, privileged.typeText, text),
    async screenshot() {
      const picture = await privileges.on(browserId, privileged.takeSnapshot);
      return Buffer.from(picture, 'base64');
    },
    textsInMemory: async () => undefined,
    isOpen: () => privileges.run(privileged.isOpen, browserId),
    close: () => privileges.on(browserId, privileged.closePage),
  };
}
