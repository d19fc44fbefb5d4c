import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Browser, Page } from './browsers/browser.ts';
import {
  awaitSignInCode,
  awaitVerificationCode,
  createVault,
  declineToStay,
  finishWizard,
  openQrCode,
  openSecurityInfo,
  securityInfoUrl,
  signOut,
  submitSignInCode,
  verifyCode,
} from './steps.ts';

interface Step {
  readonly name: string;
  /** Gives what came of it in a few words, and the page that shows it. */
  readonly run: () => Promise<{ result: string; page: Page }>;
}

/**
 * Drives the main job, from an empty browser to "signed in", and leaves a screenshot of each step.
 *
 * @param folder where the screenshots go
 * @param tell called after each step
 */
export async function runTour(
  browser: Browser,
  tenant: Tenant,
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, { name, run }] of (await tourSteps(browser, tenant)).entries()) {
    const { result, page } = await run();
    const number = `${index + 1}`.padStart(2, '0');
    await page.screenshot(join(folder, `${browser.name}-${number}.png`));
    tell(`${number} ${name}: ${result}`);
  }
}

async function tourSteps(browser: Browser, tenant: Tenant): Promise<Step[]> {
  const account: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
  await browser.setAuthenticator({ prf: true, userVerified: true });
  const page = await browser.newPage(tenant.startUrl);
  return [
    {
      name: 'Make a vault with a passkey',
      run: async () => {
        const recoveryCode = await createVault(browser);
        return {
          result: `open, with a recovery code of ${recoveryCode.replaceAll('-', '').length} characters`,
          page: await browser.ceremonyPage(),
        };
      },
    },
    {
      name: 'Open the Security info page',
      run: async () => {
        await page.bringToFront();
        await openSecurityInfo(page, account);
        return { result: 'signed in with the password alone', page };
      },
    },
    {
      name: 'Meet the QR code that only Microsoft’s app can use',
      run: async () => {
        await openQrCode(page, 'push');
        const popup = await browser.waitForExtensionPage('popup.html');
        await popup.waitForText('.warning', /different authenticator app/u);
        return { result: 'the popup says what to click instead', page: popup };
      },
    },
    {
      name: 'Choose “Set up a different authenticator app”',
      run: async () => {
        await page.goto(securityInfoUrl(account.organisation));
        await openQrCode(page, 'totp');
        const popup = await browser.waitForExtensionPage('popup.html');
        const offer = await popup.waitForText('.offer', /Add .+\?/u);
        return { result: `the popup asks “${offer.split('\n')[0]}”`, page: popup };
      },
    },
    {
      name: 'Add the account',
      run: async () => {
        const popup = await browser.waitForExtensionPage('popup.html');
        await popup.click('.offer .primary');
        await popup.waitForText('.code', /^\d{3} \d{3}$/u);
        return { result: 'in the vault, with its code in the popup', page: popup };
      },
    },
    {
      name: 'Verify its code in the wizard',
      run: async () => {
        await awaitVerificationCode(page);
        await verifyCode(page);
        return { result: 'filled in, and accepted by the tenant', page };
      },
    },
    {
      name: 'Sign out, and sign in to the Contoso portal',
      run: async () => {
        await finishWizard(page);
        await signOut(page);
        await awaitSignInCode(page, account);
        return { result: 'the code is filled in (a fresh one: a site takes a code once)', page };
      },
    },
    {
      name: 'Verify',
      run: async () => {
        await submitSignInCode(page);
        await declineToStay(page);
        const who = await page.waitForText('#signed-in-as', /./u);
        return { result: `signed in as ${who}`, page };
      },
    },
  ];
}
