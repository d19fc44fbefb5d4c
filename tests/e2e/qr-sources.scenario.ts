import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { createVault, openQrCode, openSecurityInfo, securityInfoUrl } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const GOOD =
  'otpauth://totp/Contoso:alex%40contoso.example?secret=JBSWY3DPEHPK3PXP&issuer=Microsoft';

describe('the QR code on the Security info page', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await openSecurityInfo(page, MEMBER);
  });

  async function openedPopup(): Promise<Page> {
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await openQrCode(page, 'totp');
    return world().browser.waitForExtensionPage('popup.html');
  }

  test.each(['img', 'canvas', 'svg', 'background'] as const)('is read from %s', async (drawAs) => {
    const { tenant } = world();
    tenant.enrolment.drawAs = drawAs;
    const popup = await openedPopup();
    await popup.waitForText('.offer', /Add Contoso, alex@contoso\.example\?/u);
    tenant.enrolment.drawAs = 'img';
  });

  test('is told apart in the newer push form, too', async () => {
    const { browser, tenant } = world();
    tenant.enrolment.push = 'new';
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await openQrCode(page, 'push');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.warning', /different authenticator app/u);
  });

  test.each([
    ['holds no otpauth URI', 'https://contoso.example/menu', /not a set-up code/u],
    ['lacks the secret', GOOD.replace('secret=JBSWY3DPEHPK3PXP&', ''), /the secret is missing/u],
    ['has a bad base32 secret', GOOD.replace('JBSW', 'J0S1'), /the secret is not valid/u],
    ['has 99 digits', `${GOOD}&digits=99`, /the number of digits is not valid/u],
    ['has a period of 0', `${GOOD}&period=0`, /the period is not valid/u],
    ['has an unknown algorithm', `${GOOD}&algorithm=MD5`, /the algorithm is of another kind/u],
    ['counts', `${GOOD.replace('totp', 'hotp')}&counter=1`, /the kind of code is of another kind/u],
  ])('that %s gets a clear message, and nothing is changed', async (_, text, message) => {
    const { browser, tenant } = world();
    tenant.enrolment.text = text;
    const popup = await openedPopup();
    await popup.waitForText('.warning', message);
    expect(await popup.evaluate(() => document.querySelector('.offer'))).toBeNull();
    expect(await browser.badgeText()).toBe('!');
    tenant.enrolment.text = undefined;
  });

  test('that is in the vault already is told, and not doubled', async () => {
    const { tenant } = world();
    tenant.enrolment.text = GOOD;
    for (const expected of [/Added/u, /already have this account/u]) {
      const popup = await openedPopup();
      await popup.click('.offer .primary');
      await popup.waitForText('.notice:not(.offer)', expected);
    }
    tenant.enrolment.text = undefined;
  });
});
