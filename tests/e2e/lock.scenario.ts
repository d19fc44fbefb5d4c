import { describe, expect, test } from 'vitest';
import { base32 } from '../tenant/base32.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { poll as pollFor } from './browsers/poll.ts';
import { formsOf } from './profile-search.ts';
import { addAccount, createVault, openManager, unlockByPasskey } from './steps.ts';
import { useWorld } from './world.ts';

const SECRET = new Uint8Array(20).fill(0x5c);

/** Eight digits: found in memory, they are no number of something else. */
const URI = `otpauth://totp/Canary:sam?secret=${base32(SECRET)}&digits=8`;
const CODE = /^\d{4} \d{4}$/u;

describe('locking', () => {
  const world = useWorld();

  test('takes our code off the clipboard, out of the memory of an open page and of the session', async () => {
    const { browser } = world();
    await createVault(browser);
    await addAccount(await openManager(browser, 'add'), URI, /is in the vault/u);
    const popup = await openPopupPage(browser);
    const shown = await popup.waitForText('.code', CODE);
    const code = shown.replace(' ', '');
    await popup.click('.code-row .copy');
    await popup.waitForText('.said', /Copied/u);
    expect((await browser.clipboardText()).replace(' ', '')).toMatch(/^\d{8}$/u);
    const { dataKey } = await openVault(browser);
    expect(await findTexts(popup, [shown, code])).toEqual(
      browser.name === 'chromium' ? [shown, code] : undefined,
    );

    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    await poll('the clipboard to be empty', async () => (await browser.clipboardText()) === '');
    expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toMatch(
      /\d{4} ?\d{4}/u,
    );
    // Firefox shows its heap to nobody: there, the document above must do.
    expect((await findTexts(popup, [shown, code])) ?? []).toEqual([]);
    const session = await browser.background(async () =>
      JSON.stringify(await chrome.storage.session.get()),
    );
    const key = new Uint8Array(Buffer.from(dataKey, 'base64'));
    for (const [form, needle] of [...formsOf(SECRET, base32(SECRET)), ...formsOf(key, dataKey)]) {
      expect(session.includes(needle.toString('latin1')), form).toBe(false);
    }
    expect(session).not.toContain(code);
    await popup.close();
  });

  test('leaves alone what is on the clipboard later than a minute after our copy', async () => {
    const { browser } = world();
    await unlockByPasskey(browser);
    const popup = await openPopupPage(browser);
    await popup.waitForText('.code', CODE);
    await popup.click('.code-row .copy');
    await popup.waitForText('.said', /Copied/u);
    await browser.background(async () => {
      const { 'clipboard.copiedAt': at } = await chrome.storage.session.get('clipboard.copiedAt');
      await chrome.storage.session.set({ 'clipboard.copiedAt': Number(at) - 60_000 });
    });
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    await poll('the copy to be forgotten', () =>
      browser.background(
        async () =>
          (await chrome.storage.session.get('clipboard.copiedAt'))['clipboard.copiedAt'] ===
          undefined,
      ),
    );
    expect((await browser.clipboardText()).replace(' ', '')).toMatch(/^\d{8}$/u);
    await popup.close();
  });

  test('a killed background is open before the deadline and locked after it', async () => {
    const { browser } = world();
    await unlockByPasskey(browser);
    await browser.killBackground();
    const popup = await openPopupPage(browser);
    await popup.waitForText('.code', CODE);
    await popup.close();

    await browser.background(passDeadline);
    await browser.killBackground();
    const later = await openPopupPage(browser);
    await later.waitForText('main', /locked/u);
    expect(await openVault(browser)).toEqual({ dataKey: '' });
    await later.close();
  });

  test('comes by itself at the deadline, also to a page that nobody touches', async () => {
    const { browser } = world();
    await unlockByPasskey(browser);
    const popup = await openPopupPage(browser);
    await popup.waitForText('.code', CODE);
    const due = await browser.background(
      async () => (await chrome.alarms.get('lock'))?.scheduledTime,
    );
    const { deadline = 0 } = await openVault(browser);
    expect(Math.abs(Number(due) - deadline)).toBeLessThan(1000);
    // As if that time had come: the alarm rings, and nothing else happens.
    await browser.background(passDeadline);
    await browser.background(() => chrome.alarms.create('lock', { when: Date.now() }));
    await popup.waitForText('main', /locked/u, 60_000);
    await popup.close();
  });

  test('comes when nobody is there', async () => {
    const { browser } = world();
    await unlockByPasskey(browser);
    const popup = await openPopupPage(browser);
    await popup.waitForText('.code', CODE);
    await browser.background(sayIdle, browser.name);
    await popup.waitForText('main', /locked/u, 60_000);
    await popup.close();
  });

  test('has a keyboard command', async () => {
    const commands = await world().browser.background(async () =>
      (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
    );
    expect(commands).toContainEqual(['lock-vault', expect.stringMatching(/L$/u)]);
  });
});

/**
 * Chromium without a display sees no idleness, so its event is raised by hand. Firefox is asked to say so after 15
 * seconds, the least that it takes, and nobody touches anything until then.
 */
function sayIdle(name: string): void {
  if (name === 'firefox') {
    chrome.idle.setDetectionInterval(15);
    return;
  }
  const { onStateChanged } = chrome.idle as unknown as {
    onStateChanged: { dispatch(state: string): void };
  };
  onStateChanged.dispatch('idle');
}

/** Waits until something holds. */
function poll(what: string, holds: () => Promise<boolean>): Promise<true> {
  return pollFor(what, async () => (await holds()) || undefined);
}

/** The popup in a tab, which stays open when something else takes the focus. */
function openPopupPage(browser: Browser): Promise<Page> {
  return browser.newPage(browser.extensionUrl('popup.html'));
}

/** What the background holds of the open vault; an empty key where it is locked. */
function openVault(browser: Browser): Promise<{ dataKey: string; deadline?: number }> {
  return browser.background(async () => {
    const held = (await chrome.storage.session.get('vault.open'))['vault.open'];
    return (held ?? { dataKey: '' }) as { dataKey: string; deadline?: number };
  });
}

/** Moves the deadline to where it is over. */
async function passDeadline(): Promise<void> {
  const held = (await chrome.storage.session.get('vault.open'))['vault.open'];
  await chrome.storage.session.set({
    'vault.open': Object.assign({}, held, { deadline: Date.now() - 1 }),
  });
}

/** The needles that stand in a text of the page's memory; undefined where it cannot be seen. */
async function findTexts(page: Page, needles: readonly string[]): Promise<string[] | undefined> {
  const texts = await page.textsInMemory();
  return texts && needles.filter((needle) => texts.some((text) => text.includes(needle)));
}
