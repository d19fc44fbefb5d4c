import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE, PERSONAL } from '../tenant/directory.ts';
import { LEGACY_HOST } from '../tenant/hosts.ts';
import type { Page } from './browsers/browser.ts';
import {
  accountsOf,
  awaitDriveEnd,
  confirmAccount,
  enrolFromPopup,
  enrolHere,
} from './enrolment-steps.ts';
import { createVault, declineToStay, signInFromApp, signInWithPassword, signOut } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };
const PERSON: Account = { organisation: PERSONAL, person: PEOPLE.pat };

describe('enrolment at the other pages of Microsoft', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
  });

  afterEach(() => {
    const { tenant } = world();
    tenant.enrolment.restore();
    tenant.signIn.restore();
  });

  test('of personal accounts', async () => {
    const { browser, tenant } = world();
    page = await enrolFromPopup(browser, 'personal', /login\.live\.com/u);
    await page.type('#usernameEntry', PERSON.person.address);
    await page.click('[data-testid="primaryButton"]');
    await page.type('#passwordEntry', PERSON.person.password);
    await page.click('[data-testid="primaryButton"]');
    await page.click('[data-testid="secondaryButton"]');
    await confirmAccount(browser, /Add Microsoft, pat@outlook\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Microsoft', PERSON.person.address)).toBe(1);
    expect(await accountsOf(browser)).toMatchObject([
      { account: PERSON.person.address, kind: 'personal', proof: 'verified' },
    ]);
  });

  test('of sign-in, where it forces to register', async () => {
    const { browser, tenant } = world();
    tenant.signIn.forceRegistration = true;
    await page.bringToFront();
    await signInFromApp(page, MEMBER);
    await page.waitForText('#idSubmit_ProofUp_Redirect', /next/iu);
    await enrolHere(browser);
    await confirmAccount(browser, /Add Contoso, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Contoso', MEMBER.person.address)).toBe(1);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', /at Contoso/u);
    expect((await accountsOf(browser)).at(-1)).toMatchObject({
      organisation: 'Contoso',
      kind: 'work',
      proof: 'verified',
      methodsPage: `https://mysignins.microsoft.com/security-info?tenantId=${MEMBER.organisation.tenantId}`,
    });
  });

  test('of before Security info', async () => {
    const { browser, tenant } = world();
    await signOut(page);
    await page.goto(`https://${LEGACY_HOST}/proofup.aspx?tenantId=${GUEST.organisation.tenantId}`);
    await signInWithPassword(page, GUEST);
    await declineToStay(page);
    await page.waitFor(
      'the legacy page',
      (host) => location.host === host || undefined,
      LEGACY_HOST,
    );
    await enrolHere(browser);
    await confirmAccount(browser, /Add Fabrikam, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Fabrikam', GUEST.person.address)).toBe(1);
    expect((await accountsOf(browser)).at(-1)).toMatchObject({
      organisation: 'Fabrikam',
      kind: 'guest',
      proof: 'verified',
    });
  });
});
