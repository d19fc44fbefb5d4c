import { t } from '../i18n.ts';
import type { AccountLabel, CurrentCode } from './codes.ts';
import { formatCode } from './format-code.ts';

/** From here on the code may be gone before it is typed. */
const SHORT_SECONDS = 5;

interface Props {
  readonly account: AccountLabel;
  readonly current: CurrentCode | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly position: number;
  readonly count: number;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  readonly onCopy: (account: AccountLabel, code: string) => void;
}

/** One account: who asks, whose code, the code, and how long it lives. The whole row copies. */
export function CodeRow({ account, current, now, position, count, top, onCopy }: Props) {
  // At Microsoft every organisation has the same issuer: the organisation comes first.
  const name = [account.organisation, account.issuer].filter(Boolean).join(' · ');
  const secondsLeft = current ? Math.ceil((current.changesAt - now) / 1000) : account.period;
  return (
    <li class="code-row" aria-posinset={position} aria-setsize={count} style={{ top: `${top}px` }}>
      <button
        type="button"
        disabled={!current}
        aria-label={t('copyCode', name, account.account)}
        onClick={() => current && onCopy(account, current.code)}
      >
        <span class="who">
          <span class="issuer" dir="auto">
            {name}
          </span>
          <span class="account" dir="auto">
            {account.account}
          </span>
        </span>
        <span class="code" dir="ltr">
          {current ? formatCode(current.code) : '··· ···'}
        </span>
        <span
          class="left"
          data-short={secondsLeft <= SHORT_SECONDS || undefined}
          style={{ '--share': `${secondsLeft / account.period}` }}
          title={t('secondsLeft', `${secondsLeft}`)}
        >
          {secondsLeft}
        </span>
      </button>
    </li>
  );
}
