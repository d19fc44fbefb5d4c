import { Fault } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { currentCode, isTimed } from './codes.ts';

/** The code of one account, now. That of a counter is used up by it. */
export async function freshCode(account: AccountRow): Promise<string> {
  const { id } = account;
  if (!isTimed(account)) return (await send('accounts.nextCode', { id })).code;
  const [answer] = await send('accounts.codes', { ids: [id] });
  const current = currentCode(answer, account.period, Date.now());
  if (!current) throw new Fault('unknown-account', 'no code came for it', 'id');
  return current.code;
}
