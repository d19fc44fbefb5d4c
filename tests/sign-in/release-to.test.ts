import { beforeEach, expect, it } from 'vitest';
import { releaseTo } from '../../src/sign-in/release-to.ts';
import { advanceCounter, deleteAccounts } from '../../src/vault/accounts.ts';
import { hotp, RFC_SECRET } from '../otp/credentials.ts';
import { fault, UNUSED_MS } from '../vault/builders.ts';
import { atBank, codeOf, pageName, SigningIn, TAB } from './signing-in.ts';

const TO = { tabId: TAB, page: pageName(1) };

let browser: SigningIn;
beforeEach(async () => {
  browser = await SigningIn.begin();
});

it('the code of a counter is that which the disk says, whatever the account said before', async () => {
  const before = await browser.add(hotp({ counter: 5 }));
  await browser.vault.change(advanceCounter(before.id));
  const { settings } = await browser.vault.document();
  const released = await releaseTo(browser, before, TO, settings);
  expect(released).toEqual({ kind: 'code', code: codeOf(RFC_SECRET, 6), isAgain: false });
  expect(await browser.account(before.id)).toMatchObject({ credential: { counter: 7 } });
});

it('there is none where the counter cannot be advanced', async () => {
  const counted = await browser.add(hotp({ counter: 5 }));
  const { settings } = await browser.vault.document();
  await browser.lock();
  await expect(releaseTo(browser, counted, TO, settings)).rejects.toMatchObject(fault('locked'));
  await browser.unlock();
  await browser.vault.change(deleteAccounts([counted.id]));
  const deleted = releaseTo(browser, counted, TO, settings);
  await expect(deleted).rejects.toMatchObject(fault('unknown-account'));
});

it('a code of a settled clock is that of the settings', async () => {
  await browser.add();
  await browser.vault.setSettings({ clockOffsetSeconds: 30 });
  const answer = await browser.field(atBank());
  browser.pass(30_000);
  expect(answer).toEqual(browser.code());
});

it('a code that goes out is a use of the vault; a page that waits is none', async () => {
  await browser.add();
  browser.pass(UNUSED_MS - 32_000);
  // The last seconds of a step.
  expect(await browser.field(atBank())).toMatchObject({ kind: 'wait' });
  browser.pass(32_000);
  expect(await browser.vault.isOpen()).toBe(false);
  await browser.unlock();
  browser.pass(UNUSED_MS - 30_000);
  expect(await browser.field(atBank({ page: pageName(2) }))).toMatchObject({ kind: 'code' });
  browser.pass(UNUSED_MS - 30_000);
  expect(await browser.vault.isOpen()).toBe(true);
});
