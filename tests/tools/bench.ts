import { parseArgs } from 'node:util';
import { addEmptyPage } from '../bench/empty-page.ts';
import { measurePopupOpenings, type PopupOpening } from '../bench/popup-opening.ts';
import { type ClassFigure, measureQr, type QrFigures } from '../bench/qr-figures.ts';
import type { Spread } from '../bench/spread.ts';
import { measureVault, type VaultSpeed } from '../bench/vault-speed.ts';
import { launch } from '../e2e/launch.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';

function milliseconds({ median, quartiles }: Spread): string {
  return `${median.toFixed(0)} (${quartiles.map((quartile) => quartile.toFixed(0)).join('–')})`;
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
    else console.log(JSON.stringify({ browser: name, vaultSpeeds, popupOpenings }, null, 2));
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

const tell = (line: string) => console.error(line);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, browser: { type: 'string' } },
});
const [subject, ...others] = positionals;
if (others.length > 0 || (subject !== undefined && subject !== 'qr')) {
  throw new Error('bench measures the vault and the popup; or, with "qr", the QR decoder');
}
if (subject === 'qr') await benchQr(values.json);
else await benchExtension(readBrowserName(values.browser), values.json);
