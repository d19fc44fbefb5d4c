import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf, awaitDriveEnd, confirmAccount, enrolHere } from './enrolment-steps.ts';
import { createVault, openSecurityInfo, securityInfoUrl } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.sam };

describe('the wizard is walked by its words alone', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await openSecurityInfo(page, MEMBER);
  });

  afterEach(() => world().tenant.enrolment.restore());

  test.each([
    ['German', 'de'],
    ['Japanese', 'ja'],
    ['French', 'fr'],
    ['Spanish', 'es'],
    ['English', 'en'],
  ] as const)('in %s', async (_, language) => {
    const { browser, tenant } = world();
    Object.assign(tenant.enrolment, { language, testIds: false });
    const before = tenant.enrolled('Contoso', MEMBER.person.address);
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await page.waitFor(
      'the page in that language',
      (lang) =>
        (document.documentElement.lang.startsWith(lang) &&
          document.querySelector('#methods') !== null) ||
        undefined,
      language,
    );
    await enrolHere(browser);
    await confirmAccount(browser, /Add Contoso, sam@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Contoso', MEMBER.person.address)).toBe(before + 1);
    expect((await accountsOf(browser)).at(-1)).toMatchObject({ proof: 'verified' });
  });
});
