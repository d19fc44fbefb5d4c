import { codeAtStep, timeStep } from '../otp/code.ts';
import type { Account } from '../vault/account.ts';
import { advanceCounter, find } from '../vault/accounts.ts';
import { offsetMs } from '../vault/settings.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The code of an account at this moment; of a counter the next one, which is then used up.
 *
 * @param now milliseconds since 1970
 * @throws Fault `locked`, `not-saved`
 */
export async function codeToCopy(
  vault: Pick<Vault, 'document' | 'change'>,
  { id, credential }: Account,
  now: number,
): Promise<string> {
  if (credential.type !== 'hotp') {
    const { settings } = await vault.document();
    return codeAtStep(credential, timeStep(credential.period, (now + offsetMs(settings)) / 1000));
  }
  const { before } = await vault.change(advanceCounter(id));
  const counted = find(before, id).credential;
  return codeAtStep(credential, counted.type === 'hotp' ? counted.counter : 0);
}
