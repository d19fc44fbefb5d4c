import { describe, expect, inject, test } from 'vitest';
import { base32 } from '../tenant/base32.ts';
import { ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { addAccount, createVault, openManager, openSecurityInfo } from './steps.ts';
import { useWorld } from './world.ts';

const uri = (issuer: string, account: string, byte: number) =>
  `otpauth://totp/${issuer}:${account}?secret=${base32(new Uint8Array(20).fill(byte))}&issuer=${issuer}`;

describe('the browser’s own places', () => {
  const world = useWorld();
  let manager: Page;

  test('the address bar opens what sets Countersign up, while there is no vault', async () => {
    const { browser } = world();
    expect(await browser.typeAfterKeyword('git')).toEqual([]);
    await browser.enterAfterKeyword('git');
    const page = await browser.waitForExtensionPage('unlock.html');
    await page.close();
  });

  test('the address bar finds accounts by their names, and shows no code', async () => {
    const { browser } = world();
    await createVault(browser);
    manager = await openManager(browser);
    await manager.click('#to-add');
    await addAccount(manager, uri('GitHub', 'alex', 1), /^GitHub, alex is in the vault/u);
    await addAccount(manager, uri('GitLab', 'alex', 2), /^GitLab, alex is in the vault/u);
    expect(await browser.typeAfterKeyword('git')).toEqual([
      { content: 'GitHub · alex', description: 'GitHub · alex' },
      { content: 'GitLab · alex', description: 'GitLab · alex' },
    ]);
    expect(await browser.typeAfterKeyword('zebra')).toEqual([]);
  });

  test('Enter there copies the code where no page wants it, and the toolbar button says so', async () => {
    const { browser } = world();
    await browser.typeAfterKeyword('lab');
    await browser.enterAfterKeyword('GitLab · alex');
    await poll(
      'the code on the clipboard',
      async () => /^\d{6}$/u.test(await browser.clipboardText()) || undefined,
    );
    await poll('the badge', async () => (await browser.badgeText()) === '✓' || undefined);
  });

  test('the lock takes the copy away, and the address bar leads to the unlocking', async () => {
    const { browser } = world();
    await manager.click('#lock');
    await poll(
      'the clipboard to be empty',
      async () => (await browser.clipboardText()).trim() === '' || undefined,
    );
    expect(await browser.typeAfterKeyword('git')).toEqual([]);
    await browser.enterAfterKeyword('git');
    const window = await browser.waitForExtensionPage('unlock.html');
    await window.waitForText('main[data-state="locked"]', /./u);
    await window.close();
  });

  test('the panel shows the popup’s codes, for the tab in front', async () => {
    const { browser } = world();
    const page = await browser.ceremonyPage();
    await page.goto(browser.extensionUrl('unlock.html'));
    await page.click('#unlock-passkey');
    await page.waitForText('main[data-state="open"]', /open/iu);
    const panel = await browser.newPage(browser.extensionUrl('sidepanel.html'));
    await panel.waitForText('main[data-place="panel"]', /GitHub[\s\S]*GitLab/u);
    await panel.close();
  });

  test('the panel follows the tab in front, and where that goes', async () => {
    const { browser } = world();
    const account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
    const page = await browser.newPage('about:blank');
    await openSecurityInfo(page, account);
    await browser.chooseToolbarMenu('open-panel');
    const panel = await browser.waitForExtensionPage('sidepanel.html');
    await panel.waitForText('#enrol-here', /./u);
    const gone = (selector: string) =>
      panel.waitFor(
        `${selector} to be gone`,
        (selected) => document.querySelector(selected) === null,
        selector,
      );

    const other = await browser.newPage(browser.extensionUrl('manager.html'));
    await gone('#enrol-here');
    await panel.click('#scan-page');
    await panel.waitForText('.warning', /./u);

    await page.bringToFront();
    await panel.waitForText('#enrol-here', /./u);
    await gone('.warning');
    await page.goto('about:blank');
    await gone('#enrol-here');
    for (const each of [panel, other, page]) await each.close();
  });

  test('the browser knows the panel, and the options', async () => {
    const { browser } = world();
    const { panel, options } = await browser.background(async () => {
      const { side_panel, options_ui, ...manifest } = chrome.runtime.getManifest();
      const sidebar: unknown = manifest['sidebar_action'];
      return { panel: side_panel ?? sidebar, options: options_ui };
    });
    expect(JSON.stringify(panel)).toContain('sidepanel.html');
    expect(options).toMatchObject({ open_in_tab: true });
    // Chromium would bring it to the front as it is.
    await manager.close();
    const opening = browser.background(() => chrome.runtime.openOptionsPage());
    const page = await browser.waitForExtensionPage('manager.html');
    await opening;
    await page.waitForText('main[data-place="settings"]', /Settings/u);
    await page.close();
  });

  test('shortcuts are shown, each with its keys', async () => {
    await openShortcuts();
    for (const [name, keys] of Object.entries({
      _execute_action: 'O',
      'fill-code': 'F',
      'scan-page': 'Q',
      'lock-vault': 'L',
    })) {
      const shown = await manager.waitForText(`[data-command="${name}"] kbd`, /./u);
      expect(shown).toBe(`Alt+Shift+${keys}`);
    }
  });

  test.runIf(inject('browser') === 'firefox')('are changed in place in Firefox', async () => {
    const row = '[data-command="lock-vault"]';
    await manager.click(`${row} [data-act="change"]`);
    await manager.evaluate(press, { key: 'q', altKey: true, shiftKey: true });
    await manager.waitForText(`${row} .warning`, /“Scan this page for a QR code” has these keys/u);
    await manager.evaluate(press, { key: 'k' });
    await manager.waitForText(`${row} .warning`, /Ctrl or Alt/u);
    await manager.evaluate(press, { key: 'k', altKey: true, shiftKey: true });
    await manager.waitForText(`${row} kbd`, /^Alt\+Shift\+K$/u);
    await manager.click(`${row} [data-act="remove"]`);
    await manager.waitForText(row, /Not assigned/u);
    await manager.waitForText('#shortcuts-unassigned', /^1 shortcut is not assigned/u);
    await manager.click(`${row} [data-act="reset"]`);
    await manager.waitForText(`${row} kbd`, /^Alt\+Shift\+L$/u);
    const focused = await manager.evaluate(() => document.activeElement?.getAttribute('data-act'));
    expect(focused).toBe('change');
  });

  test.runIf(inject('browser') === 'chromium')('Chrome has a page for them', async () => {
    const { browser } = world();
    await manager.click('#shortcuts-in-chrome');
    await poll(
      'the page of shortcuts',
      async () =>
        (await browser.tabs()).some((url) => url.startsWith('chrome://extensions')) || undefined,
    );
  });

  async function openShortcuts(): Promise<void> {
    const { browser } = world();
    manager = await browser.newPage(browser.extensionUrl('manager.html#shortcuts'));
    await manager.waitForText('main[data-place="shortcuts"]', /Keyboard shortcuts/u);
  }
});

/** As the field hears of keys that are pressed. */
function press(keys: KeyboardEventInit): void {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys });
  document.querySelector('#new-keys')?.dispatchEvent(event);
}
