import { parseArgs } from 'node:util';
import { addEmptyPage } from '../bench/empty-page.ts';
import { measurePopupOpenings, type PopupOpening } from '../bench/popup-opening.ts';
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

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, browser: { type: 'string' } },
});
const name = readBrowserName(values.browser);
await ensureBrowser(name);
await buildExtension(name);
const extension = await addEmptyPage(builtExtension(name));
const browser = await launch(name, { extension: extension.folder, headless: true });
try {
  const tell = (line: string) => console.error(line);
  const vaultSpeeds = await measureVault(browser, tell);
  if (!values.json) tableOfSpeeds(vaultSpeeds);
  const popupOpenings = await measurePopupOpenings(browser, tell);
  if (!values.json) tableOfOpenings(popupOpenings);
  else console.log(JSON.stringify({ browser: name, vaultSpeeds, popupOpenings }, null, 2));
} finally {
  await browser.close();
  await extension.remove();
}
