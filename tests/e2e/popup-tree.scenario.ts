import { expect, test } from 'vitest';
import type { AccessibleNode, Page } from './browsers/browser.ts';
import { addAccount, createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const URIS = [
  'otpauth://totp/GitHub:alex?secret=JBSWY3DPEHPK3PXP&issuer=GitHub',
  'otpauth://totp/Northwind:alex%40northwind.example?secret=JBSWY3DPEHPK3PXQ&issuer=Northwind',
  'otpauth://hotp/Shop:alex?secret=JBSWY3DPEHPK3PXR&issuer=Shop&counter=1',
];

const world = useWorld();

test('what a screen reader meets in the popup', async () => {
  const { browser } = world();
  await createVault(browser);
  for (const uri of URIS) {
    const manager = await openManager(browser, 'add');
    await addAccount(manager, uri, /is in the vault/u);
    await manager.close();
  }
  await browser.newPage('about:blank');
  const popup = await browser.openPopup();
  await popup.waitForText('[data-row="0"] .code', /\d/u);
  await expect(await treeOf(popup)).toMatchFileSnapshot(`popup-tree/${browser.name}-list.txt`);
  await popup.click('#lock');
  await popup.waitForText('main', /locked/u);
  await expect(await treeOf(popup)).toMatchFileSnapshot(`popup-tree/${browser.name}-locked.txt`);
});

/** A line for each thing; codes are masked. */
async function treeOf(page: Page): Promise<string> {
  const lines = (await page.accessibilityTree()).map(lineOf);
  return `${lines.join('\n')}\n`;
}

function lineOf({ depth, role, name, states }: AccessibleNode): string {
  // At the end of a period, the next code stands beside it.
  const masked = name.replaceAll(/\b\d{3}\s?\d{3}(?: \d{3}\s?\d{3})?\b/gu, '000 000');
  const quoted = masked ? [`“${masked}”`] : [];
  return `${'  '.repeat(depth)}${[role, ...quoted, ...states].join(', ')}`;
}
