import type { Browser } from '../e2e/browsers/browser.ts';
import { installVault, keepOpen } from './install-vault.ts';
import { sealAccounts } from './sealed-accounts.ts';

/** Beyond those that adding accounts to a vault has come to: the popup would tell that newer states are missing. */
let generation = 100;

/** Puts an open vault of so many accounts in the place of the one before. */
export async function openVaultOf(browser: Browser, accounts: number): Promise<void> {
  generation += 1;
  const sealed = await sealAccounts(accounts, generation);
  await browser.background(installVault, sealed);
  await browser.background(keepOpen, sealed.dataKey);
  // It may hold the vault before.
  await browser.killBackground();
}
