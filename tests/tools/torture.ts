import { parseArgs } from 'node:util';
import { launch } from '../e2e/launch.ts';
import { seededRandom, type TortureResult, torture } from '../e2e/torture.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';

type BrowserName = 'chromium' | 'firefox';

/** What is run where the options do not say otherwise; Firefox takes four times as long to start. */
const DEFAULTS = {
  chromium: { writes: 120, kills: 40 },
  firefox: { writes: 60, kills: 20 },
} as const;

/** A whole number from an option; undefined where it is left out. */
function readCount(name: string, option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(option)) return Number(option);
  throw new Error(`--${name} is a whole number from 1 on`);
}

async function tortureIn(
  name: BrowserName,
  options: { readonly writes: number; readonly kills: number; readonly seed: number },
): Promise<TortureResult> {
  await ensureBrowser(name);
  await buildExtension(name);
  const browser = await launch(name, { extension: builtExtension(name), headless: true });
  try {
    const random = seededRandom(options.seed);
    const tell = (line: string) => console.error(`${name}: ${line}`);
    return await torture(browser, { ...options, random, tell });
  } finally {
    await browser.close();
  }
}

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'both' },
    writes: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string' },
  },
});
const names: BrowserName[] =
  values.browser === 'both' ? ['chromium', 'firefox'] : [readBrowserName(values.browser)];
const seed = readCount('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 29) + 1;
for (const name of names) {
  const writes = readCount('writes', values.writes) ?? DEFAULTS[name].writes;
  const kills = readCount('kills', values.kills) ?? DEFAULTS[name].kills;
  console.error(`${name}: at least ${writes} writes and ${kills} kills, seed ${seed}`);
  const result = await tortureIn(name, { writes, kills, seed });
  console.log(
    `${name}: acknowledged ${result.acknowledged}, lost ${result.lost} (${result.kills} kills, seed ${seed})`,
  );
  if (result.lost > 0 || result.acknowledged < writes) process.exitCode = 1;
}
