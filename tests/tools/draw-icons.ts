import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../e2e/browsers/find.ts';
import { drawIcon, ICON_STATES, type IconState } from './icons/drawing.ts';
import { ROOT } from './package-bin.ts';

/** In pixels. The manifest names the open one's; the other two are for the toolbar alone. */
const SIZES: Record<IconState, readonly number[]> = {
  open: [16, 32, 48, 96, 128],
  locked: [16, 32, 48],
  asking: [16, 32, 48],
};

/** Draws `public/icon/`: to be run when the drawing has changed (`tests/tools/icons/drawing.ts`). */
async function drawIcons(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium, Chrome or Edge here');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    for (const state of ICON_STATES) {
      const folder = join(ROOT, 'public', 'icon', state === 'open' ? '' : state);
      await mkdir(folder, { recursive: true });
      for (const size of SIZES[state]) {
        await page.setViewport({ width: size, height: size });
        await page.setContent(
          `<style>body { margin: 0 } svg { display: block }</style>${drawIcon(state, size)}`,
        );
        const path = join(folder, `${size}.png`) as `${string}.png`;
        await page.screenshot({ path, omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
}

drawIcons().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
