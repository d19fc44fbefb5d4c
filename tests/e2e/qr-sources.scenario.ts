import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import {
  awaitVerificationCode,
  CODE_FIELD,
  createVault,
  lookWithFreshCode,
  openQrCode,
  openSecurityInfo,
  securityInfoUrl,
} from './steps.ts';
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
    ['counts, and not from where', GOOD.replace('totp', 'hotp'), /the counter is missing/u],
  ])('that %s gets a clear message, and nothing is changed', async (_, text, message) => {
    const { browser, tenant } = world();
    tenant.enrolment.text = text;
    const popup = await openedPopup();
    await popup.waitForText('.warning', message);
    expect(await popup.evaluate(() => document.querySelector('.offer'))).toBeNull();
    expect(await browser.badgeText()).toBe('!');
    tenant.enrolment.text = undefined;
  });

  test('of a counter is offered as one', async () => {
    const { tenant } = world();
    tenant.enrolment.text = `${GOOD.replace('totp', 'hotp')}&counter=1`;
    const popup = await openedPopup();
    await popup.waitForText('.offer', /counter/iu);
    tenant.enrolment.text = undefined;
  });

  test('that is in the vault already is told, not doubled, and gets its code', async () => {
    const { browser, tenant } = world();
    tenant.enrolment.text = GOOD;
    for (const expected of [/in the vault/u, /already have this account/u]) {
      const popup = await openedPopup();
      await popup.click('.offer .primary');
      await popup.waitForText('main', expected);
      await popup.waitForText('.notice[role="status"]', /in the vault/u);
      expect(await popup.evaluate(() => document.querySelectorAll('.code-row').length)).toBe(1);
    }
    await awaitVerificationCode(page);
    // The page reports a moment after its field was filled.
    const done = async () => (await browser.badgeText()) === '✓' || undefined;
    await poll('the badge to say that the code is filled in', done);
    tenant.enrolment.text = undefined;
  });

  test('has done its work once its code is filled in: a later field like it gets none', async () => {
    await page.evaluate((selector) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      const later = field?.cloneNode() as HTMLInputElement;
      later.value = '';
      field?.replaceWith(later);
    }, CODE_FIELD.wizard);
    await lookWithFreshCode(world(), page);
    expect(
      await page.evaluate(
        (selector) => document.querySelector<HTMLInputElement>(selector)?.value,
        CODE_FIELD.wizard,
      ),
    ).toBe('');
  });

  test('is found among pictures that are no codes', async () => {
    const { browser } = world();
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await page.evaluate(() => {
      for (let count = 0; count < 12; count += 1) {
        const noise = document.createElement('canvas');
        Object.assign(noise, { width: 600, height: 600 });
        Object.assign(noise.style, { width: '90px', height: '90px' });
        const context = noise.getContext('2d');
        const pixels = context?.createImageData(600, 600);
        for (let at = 0; pixels && at < pixels.data.length; at += 1) {
          pixels.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
        }
        if (pixels) context?.putImageData(pixels, 0, 0);
        document.body.prepend(noise);
      }
    });
    await openQrCode(page, 'totp');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /Add Contoso/u);
  });
});
