import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { addItem, awaitDriveEnd, openAddMenu } from './enrolment-steps.ts';
import {
  awaitFilledCode,
  createVault,
  declineToStay,
  signInFromApp,
  signInWithPassword,
  signOut,
  submitSignInCode,
} from './steps.ts';

interface Step {
  readonly name: string;
  /** Gives what came of it in a few words, and the page that shows it. */
  readonly run: () => Promise<{ result: string; page: Page }>;
}

/**
 * Drives the main job, from an empty browser through an enrolment to "signed in", and leaves a screenshot of each step.
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

/** Milliseconds: the walk through the wizard takes a look every half second. */
const WALK_MS = 60_000;

async function tourSteps(browser: Browser, tenant: Tenant): Promise<Step[]> {
  const account: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
  await browser.setAuthenticator({ prf: true, userVerified: true });
  // So that nobody gets by without the code for Microsoft’s own app.
  tenant.enrolment.differentAppAt = 'qr';
  await browser.newPage(tenant.startUrl);
  let page: Page;
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
      name: 'Open “Add account” in the popup',
      run: async () => {
        const popup = await browser.openPopup();
        await openAddMenu(popup);
        await popup.waitForText(addItem('add-work'), /./u);
        return { result: 'work or school, personal, or another way', page: popup };
      },
    },
    {
      name: 'Choose “Add work or school account”',
      run: async () => {
        const popup = await browser.waitForExtensionPage('popup.html');
        await popup.click(addItem('add-work'));
        page = await browser.waitForTab(/login\.microsoftonline\.com/u);
        return { result: 'Security info opens, and asks to sign in', page };
      },
    },
    {
      name: 'Sign in with the password',
      run: async () => {
        await signInWithPassword(page, account);
        await declineToStay(page);
        const popup = await browser.waitForExtensionPage('popup.html');
        await popup.waitForText('.offer', /Add .+\?/u, WALK_MS);
        return {
          result: 'Countersign walks the wizard, past the push code to the other one',
          page,
        };
      },
    },
    {
      name: 'Look at the account that was read',
      run: async () => {
        const popup = await browser.waitForExtensionPage('popup.html');
        const question = await popup.waitForText('.offer h2', /./u);
        return { result: `the popup asks “${question}”`, page: popup };
      },
    },
    {
      name: 'Add it',
      run: async () => {
        const popup = await browser.waitForExtensionPage('popup.html');
        await popup.click('.offer .primary');
        const { state, reason } = await awaitDriveEnd(browser);
        if (state !== 'finished') throw new Error(`The enrolment ended: ${reason}`);
        const said = await popup.waitForText('[data-verified="true"]', /./u);
        return { result: `sealed, its code typed by Countersign: “${said}”`, page: popup };
      },
    },
    {
      name: 'See it among the sign-in methods',
      run: async () => {
        await page.bringToFront();
        await page.waitForText('#methods', /authenticator/iu);
        return { result: 'the tenant has it', page };
      },
    },
    {
      name: 'Sign out, and sign in to the Contoso portal',
      run: async () => {
        await signOut(page);
        await signInFromApp(page, account);
        // A real wait: this is not a test, and shows how it is.
        await awaitFilledCode(page);
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
