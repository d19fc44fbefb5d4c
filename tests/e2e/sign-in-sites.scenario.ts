import { beforeAll, describe, expect, test } from 'vitest';
import {
  addFromBank,
  askedAt,
  awaitBadge,
  awaitCode,
  BANK,
  isEmpty,
  signInAtBank,
} from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import { nodesAdded } from './sign-in-steps.ts';
import { createVault } from './steps.ts';
import { useWorld } from './world.ts';

const LANGUAGES = 'en de fr es it pt nl pl tr ja zh ko'.split(' ');

describe('the page of a site that the user has allowed', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
  });

  test('is bound and allowed in the step in which its accounts are added', async () => {
    const { browser } = world();
    expect(await addFromBank(browser, page, 'alex')).toMatch(/bank\.example/u);
    await addFromBank(browser, page, 'robin');
    await addFromBank(browser, page, 'casey');
    const bound = { issuer: 'Bank of Example', origins: [BANK] };
    expect(await accountsOf(browser)).toMatchObject([
      { ...bound, account: 'alex@bank.example', mode: 'automatic' },
      { ...bound, account: 'robin@bank.example', mode: 'automatic' },
      { ...bound, account: 'casey@bank.example', mode: 'manual' },
    ]);
  });

  // The two take turns: each account is told from the other one every time.
  test.each([
    ['single', 'alex'],
    ['plain', 'robin'],
    ['boxes', 'alex'],
    ['boxes-paste-only', 'robin'],
    ['password', 'alex'],
    ['late', 'robin'],
    ['re-rendered', 'alex'],
    ['shadow', 'robin'],
    ['hidden-body', 'alex'],
  ] as const)('gets the code by itself, and lets the user in: %s, %s', async (variant, user) => {
    const { browser } = world();
    await askedAt(world(), page, variant, user);
    await awaitCode(page);
    await awaitBadge(browser, /^✓$/u);
    await signInAtBank(world(), page, { variant, user });
  });

  test.each(LANGUAGES)('is understood in this language: %s', async (language) => {
    const { browser } = world();
    await page.goto(`${BANK}/empty`);
    await awaitBadge(browser, /^$/u);
    // A counter is filled in only by hand, so that it is told at once, and no code is used up.
    await askedAt(world(), page, `plain?lang=${language}`, 'casey');
    await awaitBadge(browser, /^1$/u);
    expect(await isEmpty(page)).toBe(true);
    expect(await nodesAdded(page)).toBe(0);
  });
});
