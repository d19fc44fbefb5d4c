import type { Receiver, Released, Releases } from '../approvals/releases.ts';
import { Fault } from '../fault.ts';
import type { Account } from '../vault/account.ts';
import { advanceCounter, find } from '../vault/accounts.ts';
import { offsetMs, type Settings } from '../vault/settings.ts';
import type { Vault } from '../vault/vault.ts';

interface Services {
  readonly vault: Vault;
  readonly releases: Releases;
}

/** A code for a document. Of a counter, it is the one that the counter then has passed, on the disk. */
export async function releaseTo(
  { vault, releases }: Services,
  account: Account,
  to: Receiver,
  settings: Settings,
): Promise<Released> {
  const released = await releases.release(account, to, offsetMs(settings), async () => {
    const { before } = await vault.change(advanceCounter(account.id));
    const { credential } = find(before, account.id);
    if (credential.type === 'hotp') return credential;
    throw new Fault('internal', 'the account was a counter');
  });
  if (released.kind === 'code') await vault.used();
  return released;
}
