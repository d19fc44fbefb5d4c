import { Fault } from '../../fault.ts';
import type { Account } from '../../vault/account.ts';
import { liveAccounts } from '../../vault/accounts.ts';
import type { VaultDocument } from '../../vault/document.ts';
import { offsetMs } from '../../vault/settings.ts';
import type { Vault } from '../../vault/vault.ts';
import type { ReleaseAnswer } from '../protocol.ts';
import type { Services } from '../services.ts';

/** A page learns nothing of why it gets no code, not even that the vault is locked. */
export async function releaseTo(
  { vault, releases }: Services,
  tabId: number,
  choose: (accounts: readonly Account[]) => Account | undefined,
): Promise<ReleaseAnswer> {
  const document = await documentIfOpen(vault);
  if (!document) return { kind: 'none' };
  const account = choose(liveAccounts(document));
  if (!account) return { kind: 'none' };
  const answer = await releases.release(account, tabId, offsetMs(document.settings));
  if (answer.kind === 'code') await vault.used();
  return answer;
}

/** In one turn of the vault: it may be locked between two. */
export async function documentIfOpen(vault: Vault): Promise<VaultDocument | undefined> {
  try {
    return await vault.document();
  } catch (error) {
    if (error instanceof Fault && error.code === 'locked') return undefined;
    throw error;
  }
}
