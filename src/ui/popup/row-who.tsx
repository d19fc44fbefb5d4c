import { Pin } from 'lucide-preact';
import { issuerName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';

/** Who asks for the code, and whose code it is. */
export function RowWho({ account }: { account: AccountRow }) {
  return (
    <span class="who">
      <span class="issuer" dir="auto">
        {issuerName(account)}
      </span>
      <span class="account" dir="auto">
        {account.account}
      </span>
      {account.pinned && <Pin class="icon pinned" />}
    </span>
  );
}
