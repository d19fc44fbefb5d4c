import type { FillOutcome } from '../../messages/envelope.ts';
import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';
import { bestAccount, type SignInHere } from './sign-in-cards.ts';

/** What came of the user's last "Fill", and how it stood then. */
export interface Outcome {
  readonly outcome: FillOutcome;
  readonly accountId: string;
  readonly origin: string;
  readonly state: SignInHere['state'];
}

/** How far it is on this page, in one sentence; undefined where the accounts speak for themselves. */
export function signInSentence(signIn: SignInHere, last: Outcome | undefined): string | undefined {
  return last && !isPast(last, signIn) ? outcomeSentence(last, signIn) : stateSentence(signIn);
}

/** States that tell more than what came of an act before them. */
const NEWS: readonly SignInHere['state'][] = ['waiting', 'asked', 'filled', 'stopped'];

function isPast({ origin, state }: Outcome, now: SignInHere): boolean {
  return origin !== now.site?.origin || (state !== now.state && NEWS.includes(now.state));
}

function outcomeSentence({ outcome }: Outcome, signIn: SignInHere): string {
  switch (outcome) {
    case 'filled':
      return t('fillDone');
    case 'waiting':
      return t('fillWaits');
    case 'asked':
      return askedSentence(signIn);
    case 'refused':
      return t('fillRefused');
    case 'no-field':
      return t('fillNoField');
    case 'not-filled':
      return t('fillNotTaken');
  }
}

function stateSentence(signIn: SignInHere): string | undefined {
  const { state, accountId, accounts } = signIn;
  const concerned = accounts.find(({ id }) => id === accountId);
  switch (state) {
    case 'filled':
      return concerned ? t('fillDoneOf', accountName(concerned)) : t('fillDone');
    case 'waiting':
      return t('fillWaits');
    case 'asked':
      return askedSentence(signIn);
    case 'stopped':
      return t('fillStopped');
    case 'switching':
      return t('pushSwitching');
    default:
      return signIn.wants === 'code' ? choiceSentence(signIn) : undefined;
  }
}

/** The page waits, and it is the user's turn. */
function choiceSentence(signIn: SignInHere): string {
  const { accounts, shown } = signIn;
  if (accounts.length === 0) return t('fillNoneBound');
  const best = bestAccount(signIn);
  if (best) return t('fillReady', accountName(best));
  if (accounts.some(({ fits }) => fits)) return t('fillSeveral');
  return t(shown.length > 0 ? 'fillNoneFits' : 'fillCannotTell');
}

function askedSentence({ isPinned }: SignInHere): string {
  return t(isPinned ? 'fillAskedByBadge' : 'fillAskedHere');
}

/** What can be done about Microsoft's question on a phone. */
export function pushSentence(signIn: SignInHere): string {
  if (signIn.state === 'switching') return t('pushSwitching');
  if (signIn.state === 'stopped') return t('pushStuck');
  const best = bestAccount(signIn);
  if (best) return t('pushCanSwitch', accountName(best));
  if (signIn.accounts.length === 0) return t('pushNoneBound');
  return t(signIn.accounts.some(({ fits }) => fits) ? 'pushSeveral' : 'pushNoneFits');
}

/** What is said beside a closed vault; undefined where the page waits for nothing. */
export function lockedSentence({ site, state, wants }: SignInHere): string | undefined {
  if (!site || state !== 'locked') return undefined;
  return wants === 'other-approval' ? t('lockedPush') : t('lockedCode', site.host);
}
