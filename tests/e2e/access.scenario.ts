import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import type { ColorScheme } from './browsers/browser.ts';
import { untilDrawn } from './drawn.ts';
import { SCREEN, screens } from './screens.ts';
import { useWorld } from './world.ts';

/** How each screen is looked at; its writing is turned round where it stands. */
const LOOKS: readonly {
  readonly name: string;
  readonly scheme: ColorScheme;
  readonly direction: 'ltr' | 'rtl';
}[] = [
  { name: 'light', scheme: 'light', direction: 'ltr' },
  { name: 'dark', scheme: 'dark', direction: 'ltr' },
  { name: 'right to left', scheme: 'light', direction: 'rtl' },
];

describe('axe finds nothing wrong with', () => {
  const world = useWorld({ screen: SCREEN });

  for (const { name, open } of screens(world)) {
    test(name, async () => {
      const page = await open();
      const findings = [];
      // Under Marionette axe takes ten times as long, and the other two differ in our styles alone.
      const looks = world().browser.name === 'firefox' ? LOOKS.slice(0, 1) : LOOKS;
      for (const look of looks) {
        await page.preferColors(look.scheme);
        await page.evaluate(turn, look.direction);
        await page.evaluate(untilDrawn);
        findings.push(...(await axeFindings(page)).map((finding) => `${look.name}: ${finding}`));
      }
      await page.evaluate(turn, 'ltr');
      expect(findings).toEqual([]);
    });
  }
});

/** Runs in the page. */
function turn(direction: 'ltr' | 'rtl'): void {
  document.documentElement.dir = direction;
}
