import { parseArgs } from 'node:util';
import { addEmptyPage } from '../bench/empty-page.ts';
import { measurePage, type PageFigures } from '../bench/page-figures.ts';
import { measurePopupMemory, megabytes, type PopupMemory } from '../bench/popup-memory.ts';
import { measurePopupOpenings, type PopupOpening } from '../bench/popup-opening.ts';
import { measurePopupScroll, type PopupScroll } from '../bench/popup-scroll.ts';
import { type ClassFigure, measureQr, type QrFigures } from '../bench/qr-figures.ts';
import type { Target } from '../bench/qr-targets.ts';
import { percent } from '../bench/scroll-figures.ts';
import type { Spread } from '../bench/spread.ts';
import { measureVault, type VaultSpeed } from '../bench/vault-speed.ts';
import { launch } from '../e2e/launch.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';

function milliseconds(times: Spread): string {
  return withQuartiles(times, 0);
}

function withQuartiles({ median, quartiles }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${quartiles.map((quartile) => quartile.toFixed(digits)).join('–')})`;
}

function tableOfSpeeds(results: readonly VaultSpeed[]): void {
  console.table(
    results.map(({ act, few, many, ratio }) => ({
      act,
      '20 accounts, ms (quartiles)': milliseconds(few),
      '10,000 accounts, ms (quartiles)': milliseconds(many),
      ratio: ratio.toFixed(2),
    })),
  );
}

function tableOfOpenings(results: readonly PopupOpening[]): void {
  console.table(
    results.map(({ accounts, worker, openings, popup, empty, ratio }) => ({
      accounts,
      worker,
      openings,
      'popup, ms (quartiles)': milliseconds(popup),
      'empty page, ms (quartiles)': milliseconds(empty),
      ratio: ratio.toFixed(2),
    })),
  );
}

function lineOfMemory({ accounts, openings, popup, empty, over, target }: PopupMemory): void {
  const inMegabytes = ({ median, quartiles }: Spread) =>
    `${megabytes(median)} (${quartiles.map(megabytes).join('–')})`;
  console.log(
    `memory: ${accounts} accounts, ${openings} openings, JavaScript heap of the popup ${inMegabytes(popup)}, of an empty page ${inMegabytes(empty)}, over it ${megabytes(over)}`,
  );
  tellTargets([target]);
}

function linesOfScroll({ accounts, frames, popup, plain, ratio, targets }: PopupScroll): void {
  const figure = ({ frame, late }: PopupScroll['popup']) =>
    `${withQuartiles(frame, 1)} ms a frame, ${percent(late)} late`;
  console.log(
    `scroll: ${accounts} accounts, ${frames} frames, popup ${figure(popup)}; plain text ${figure(plain)}; ratio ${ratio.toFixed(2)}`,
  );
  tellTargets(targets);
}

function tablesOfQr({ seed, classes, ratios, withoutCode, targets }: QrFigures): void {
  const cells = ({ decoders, samples }: ClassFigure) =>
    decoders.map(({ name, read, median }) => [
      name,
      `${read} of ${samples}, ${median.toFixed(0)} ms`,
    ]);
  console.log(`How many are read, and the median of the processor's time (seed ${seed})`);
  console.table(
    Object.fromEntries(classes.map((figure) => [figure.class, Object.fromEntries(cells(figure))])),
  );
  for (const { screen, ratio } of ratios) {
    console.log(`Median of ours on a full screenshot of ${screen}: ${ratio.toFixed(3)} of jsqr's.`);
  }
  console.log(`${withoutCode.read} of ${withoutCode.pictures} pictures without a code were read.`);
  tellTargets(targets);
}

function tablesOfPage({ pages, detector, bytes, targets }: PageFigures): void {
  console.log("The page's main thread, in milliseconds of the processor (quartiles)");
  console.table(
    pages.map(({ page, without, with: withIt, ratio, script }) => ({
      page,
      'without the extension': withQuartiles(without, 1),
      'with it': withQuartiles(withIt, 1),
      ratio: withQuartiles(ratio, 2),
      'its script alone': withQuartiles(script, 1),
    })),
  );
  console.log(
    'One pass of the detector beside a bare TreeWalker walk, in milliseconds (quartiles)',
  );
  console.table(
    detector.map(({ page, detector: pass, walk, ratio, firstRatio }) => ({
      page,
      detector: withQuartiles(pass, 2),
      walk: withQuartiles(walk, 2),
      ratio: ratio.toFixed(2),
      'ratio, first in a document': firstRatio.toFixed(2),
    })),
  );
  console.table(bytes);
  tellTargets(targets);
}

function tellTargets(targets: readonly Target[]): void {
  for (const { target, holds, found } of targets) {
    console.log(`${holds ? 'holds' : 'FAILS'}: ${target} (${found})`);
  }
}

/** What the extension takes in a browser: its vault, and its popup. */
async function benchExtension(name: 'chromium' | 'firefox', asJson: boolean): Promise<void> {
  await ensureBrowser(name);
  await buildExtension(name);
  const extension = await addEmptyPage(builtExtension(name));
  const browser = await launch(name, { extension: extension.folder, headless: true });
  try {
    const vaultSpeeds = await measureVault(browser, tell);
    if (!asJson) tableOfSpeeds(vaultSpeeds);
    const popupOpenings = await measurePopupOpenings(browser, tell);
    if (!asJson) tableOfOpenings(popupOpenings);
    const popupMemory = await measurePopupMemory(browser, tell);
    if (!asJson && popupMemory) lineOfMemory(popupMemory);
    const popupScroll = await measurePopupScroll(browser, tell);
    if (!asJson) linesOfScroll(popupScroll);
    else {
      const figures = { vaultSpeeds, popupOpenings, popupMemory, popupScroll };
      console.log(JSON.stringify({ browser: name, ...figures }, null, 2));
    }
  } finally {
    await browser.close();
    await extension.remove();
  }
}

/** How well and how fast QR codes are read, beside other decoders; needs no browser. */
async function benchQr(asJson: boolean): Promise<void> {
  const figures = await measureQr(tell);
  if (asJson) console.log(JSON.stringify(figures, null, 2));
  else tablesOfQr(figures);
}

/** What our scripts take in the pages of other sites; in Chromium, which tells it. */
async function benchPage(asJson: boolean): Promise<void> {
  await ensureBrowser('chromium');
  await buildExtension('chromium');
  const figures = await measurePage(builtExtension('chromium'), tell);
  if (asJson) console.log(JSON.stringify(figures, null, 2));
  else tablesOfPage(figures);
}

const tell = (line: string) => console.error(line);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, browser: { type: 'string' } },
});
const [subject, ...others] = positionals;
if (others.length > 0 || !(subject === undefined || subject === 'qr' || subject === 'page')) {
  throw new Error(
    'bench measures the vault and the popup; or, with "qr", the QR decoder; or, with "page", what runs in pages',
  );
}
if (subject === 'qr') await benchQr(values.json);
else if (subject === 'page') await benchPage(values.json);
else await benchExtension(readBrowserName(values.browser), values.json);
