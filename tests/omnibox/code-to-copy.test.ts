import { beforeEach, describe, expect, it } from 'vitest';
import { codeToCopy } from '../../src/omnibox/code-to-copy.ts';
import type { Account } from '../../src/vault/account.ts';
import { addAccount, liveAccounts } from '../../src/vault/accounts.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { hotp, RFC_SECRET, rfcSeed, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { newAccount } from '../vault/builders.ts';
import { newMachine, newOpenVault } from '../vault/in-memory.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const STEP_MS = 30_000;
const NOW = 1_700_000_000_000;

let vault: Vault;
beforeEach(async () => {
  vault = await newOpenVault(newMachine());
});

async function added(credential: Account['credential']): Promise<Account> {
  await vault.change(addAccount({ ...newAccount(), credential }, ID));
  const [account] = liveAccounts(await vault.document());
  if (!account) throw new Error('it was not added');
  return account;
}

const reference = (step: number) =>
  referenceCode(rfcSeed(20), { algorithm: 'SHA1', digits: 6, step });

describe('the code that is copied', () => {
  it('is that of this moment', async () => {
    const account = await added(totp({ secret: RFC_SECRET }));
    expect(await codeToCopy(vault, account, NOW)).toBe(reference(Math.floor(NOW / STEP_MS)));
  });

  it('goes by the clock that the user has corrected', async () => {
    const account = await added(totp({ secret: RFC_SECRET }));
    await vault.change((document) => ({
      document: { ...document, settings: { ...document.settings, clockOffsetSeconds: 60 } },
      change: { kind: 'settings-changed', label: '' },
    }));
    const step = Math.floor((NOW + 60_000) / STEP_MS);
    expect(await codeToCopy(vault, account, NOW)).toBe(reference(step));
  });

  it('of a counter is the next one, and each is used once', async () => {
    const account = await added(hotp({ secret: RFC_SECRET, counter: 5 }));
    expect(await codeToCopy(vault, account, NOW)).toBe(reference(5));
    // What was suggested is of before.
    expect(await codeToCopy(vault, account, NOW)).toBe(reference(6));
    const [after] = liveAccounts(await vault.document());
    expect(after?.credential).toMatchObject({ counter: 7 });
  });
});
