import type { Account } from './directory.ts';
import type { TenantState } from './state.ts';
import type { Verdict } from './totp-check.ts';

/** `error` is a fault of the service; `captcha` says that one has to be solved before the next code. */
export type EnrolmentVerdict = Verdict | 'error' | 'captcha';

/**
 * What any of the enrolment pages says to a verification code, by the settings; `undefined` says that
 * no such app is being set up.
 */
export function verifyEnrolment(
  state: TenantState,
  account: Account,
  id: string,
  code: string,
): EnrolmentVerdict | undefined {
  const { authenticators, enrolment } = state;
  if (enrolment.verify === 'error') return 'error';
  if (enrolment.verify === 'captcha' || captchaIsDue(state, account)) return 'captcha';
  if (enrolment.verify === 'refuse') {
    authenticators.countWrongCode(account);
    return captchaIsDue(state, account) ? 'captcha' : state.judged('wrong');
  }
  const verdict = authenticators.finish(account, id, code, state.now());
  if (!verdict) return undefined;
  state.judged(verdict);
  return verdict !== 'accepted' && captchaIsDue(state, account) ? 'captcha' : verdict;
}

function captchaIsDue({ authenticators, enrolment }: TenantState, account: Account): boolean {
  const { captchaAfter } = enrolment;
  return captchaAfter !== undefined && authenticators.wrongInARow(account) >= captchaAfter;
}
