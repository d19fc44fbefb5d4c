import { describe, expect, test } from 'vitest';
import type { AccessibleNode, Page } from './browsers/browser.ts';
import { addAccount, createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const URIS = [
  'otpauth://totp/GitHub:alex?secret=JBSWY3DPEHPK3PXP&issuer=GitHub',
  'otpauth://totp/Northwind:alex%40northwind.example?secret=JBSWY3DPEHPK3PXQ&issuer=Northwind',
  'otpauth://hotp/Shop:alex?secret=JBSWY3DPEHPK3PXR&issuer=Shop&counter=1',
];

const REGION = '[data-row="0"] [role="status"]';

describe('what a screen reader meets in the popup', () => {
  const world = useWorld();
  let popup: Page;

  test('the list', async () => {
    const { browser } = world();
    await createVault(browser);
    for (const uri of URIS) {
      const manager = await openManager(browser, 'add');
      await addAccount(manager, uri, /is in the vault/u);
      await manager.close();
    }
    await browser.newPage('about:blank');
    popup = await browser.openPopup();
    await popup.waitForText('[data-row="0"] .code', /\d/u);
    await expect(await treeOf(popup)).toMatchFileSnapshot(`popup-tree/${browser.name}-list.txt`);
  });

  test('of two codes, which is the next one', async () => {
    await popup.press('ArrowDown');
    await popup.waitFor('a row that speaks', (region) => document.querySelector(region), REGION);
    await popup.press('ArrowRight');
    await popup.waitFor(
      'what it says',
      (region) =>
        /next (?:code|one)\b.* is \d/u.test(document.querySelector(region)?.textContent ?? ''),
      REGION,
    );
    const names = (await popup.accessibilityTree()).map(({ name }) => name);
    expect(names).toContainEqual(
      expect.stringMatching(/^GitHub alex \d{3} \d{3} The next code \d{3} \d{3}$/u),
    );
    await popup.press('ArrowRight');
  });

  test('once, that a code is about to change', async () => {
    expect(await popup.evaluate(hearOnePeriod, REGION)).toEqual([
      expect.stringMatching(
        /^The code of GitHub, alex is about to change\. The next one is \d{3} \d{3}\.$/u,
      ),
    ]);
  });

  test('once, that a code was copied, and once more for the second time', async () => {
    await popup.evaluate(hearCopies);
    for (const times of [1, 2]) {
      await popup.press('Enter');
      await popup.waitFor(
        `${times} copies`,
        (count) => (self as HearingPage).heard?.length === count,
        times,
      );
    }
    expect(await popup.evaluate(() => (self as HearingPage).heard)).toEqual(
      Array.from({ length: 2 }, () => 'Copied the code of alex.'),
    );
  });

  test('a locked vault', async () => {
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    const { name } = world().browser;
    await expect(await treeOf(popup)).toMatchFileSnapshot(`popup-tree/${name}-locked.txt`);
  });
});

/** A line for each thing; codes are masked. */
async function treeOf(page: Page): Promise<string> {
  const lines = (await page.accessibilityTree()).map(lineOf);
  return `${lines.join('\n')}\n`;
}

function lineOf({ depth, role, name, states }: AccessibleNode): string {
  // At the end of a period, the next code stands beside it.
  const masked = name.replaceAll(/\b\d{3}\s?\d{3}(?: The next code \d{3}\s?\d{3})?\b/gu, '000 000');
  const quoted = masked ? [`“${masked}”`] : [];
  return `${'  '.repeat(depth)}${[role, ...quoted, ...states].join(', ')}`;
}

interface HearingPage extends Window {
  /** What `hearCopies` has heard. */
  heard?: string[];
}

/** These run in the page. */

/** All that is read out until the code of the first row has changed, and something was said of it before. */
function hearOnePeriod(region: string): Promise<string[]> {
  const heard: string[] = [];
  return new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target.nodeName === '#text' ? target.parentElement : (target as Element))?.closest(
          '[role="status"], [role="alert"], [aria-live]',
        ),
      );
      for (const changed of new Set(regions)) {
        if (changed?.textContent) heard.push(changed.textContent);
      }
      if (heard.length === 0 || document.querySelector(region)?.textContent !== '') return;
      observer.disconnect();
      resolve(heard);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function hearCopies(): void {
  const heard: string[] = [];
  (self as HearingPage).heard = heard;
  const said = document.querySelector('.said');
  if (!said) throw new Error('Nothing is said here');
  new MutationObserver(() => {
    if (said.textContent) heard.push(said.textContent);
  }).observe(said, { subtree: true, childList: true, characterData: true });
}
