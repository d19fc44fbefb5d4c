import { parseArgs } from 'node:util';
import { addEmptyPage } from '../bench/empty-page.ts';
import { measurePopupOpenings, type PopupOpening } from '../bench/popup-opening.ts';
import { launch } from '../e2e/launch.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';

function table(results: readonly PopupOpening[]): void {
  const milliseconds = ({ median, quartiles }: PopupOpening['popup']) =>
    `${median.toFixed(0)} (${quartiles.map((quartile) => quartile.toFixed(0)).join('–')})`;
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
  const results = await measurePopupOpenings(browser, (line) => console.error(line));
  if (values.json) console.log(JSON.stringify({ browser: name, popupOpenings: results }, null, 2));
  else table(results);
} finally {
  await browser.close();
  await extension.remove();
}
