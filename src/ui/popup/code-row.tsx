import { formatCode } from '../accounts/format-code.ts';
import { t } from '../i18n.ts';
import type { CurrentCode, TimedAccount } from './codes.ts';
import { copyLabel } from './copy-label.ts';
import { ProofMark } from './proof-mark.tsx';
import { RowWho } from './row-who.tsx';

/** From here on the code may be gone before it is typed. */
const SHORT_SECONDS = 5;

interface Props {
  readonly account: TimedAccount;
  readonly current: CurrentCode | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly place: string | undefined;
  readonly onCopy: (code: string) => void;
}

/** One account: who asks, whose code, the code, and how long it lives. The whole row copies. */
export function CodeRow({ account, current, now, place, onCopy }: Props) {
  const secondsLeft = current ? Math.ceil((current.changesAt - now) / 1000) : account.period;
  return (
    <button
      type="button"
      class="copy"
      disabled={!current}
      aria-label={copyLabel(account, place)}
      onClick={() => current && onCopy(current.code)}
    >
      <RowWho account={account} />
      <span class="code" dir="ltr">
        {current ? formatCode(current.code) : account.type === 'steam' ? '·····' : '··· ···'}
      </span>
      <ProofMark account={account} />
      <span
        class="left"
        data-short={secondsLeft <= SHORT_SECONDS || undefined}
        style={{ '--share': `${secondsLeft / account.period}` }}
        title={t('secondsLeft', `${secondsLeft}`)}
      >
        {secondsLeft}
      </span>
    </button>
  );
}
