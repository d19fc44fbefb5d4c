import { formatCode } from '../accounts/format-code.ts';
import { t } from '../i18n.ts';
import { AccountIcon } from '../kit/account-icon.tsx';
import { Code } from '../kit/code.tsx';
import { Countdown } from '../kit/countdown.tsx';
import type { CurrentCode, TimedAccount } from './codes.ts';
import { copyLabel, type Place, showLabel } from './copy-label.ts';
import { ProofMark } from './proof-mark.tsx';
import { RowWho } from './row-who.tsx';

/** Steam's codes are shorter than others. */
const STEAM_LENGTH = 5;

export interface RowLook {
  /** Dots stand for the code, until the user asks for it. */
  readonly isHidden: boolean;
  /** The user wants to see the next code. */
  readonly isNextWanted: boolean;
  /** The tab's page waits for it: Enter fills it in there. */
  readonly isWanted: boolean;
  /** Where the row stands, if the same account has another one elsewhere. */
  readonly place?: Place | undefined;
}

interface Props extends RowLook {
  readonly account: TimedAccount;
  readonly current: CurrentCode | undefined;
  readonly onCopy: (code: string) => void;
  readonly onShow: () => void;
}

/** One account: who asks, whose code, the code, and how long it lives. The whole row copies; a hidden one shows itself first. */
export function CodeRow({
  account,
  current,
  isHidden,
  isNextWanted,
  isWanted,
  place,
  onCopy,
  onShow,
}: Props) {
  const does = isHidden ? showLabel(account, place) : copyLabel(account, place);
  const next = !isHidden && (isNextWanted || current?.isShort) ? current?.next : undefined;
  return (
    <button
      type="button"
      class="copy"
      // Not `disabled`, which would take the focus from a row that its user has just had shown.
      aria-disabled={!current && !isHidden}
      aria-description={isWanted ? t('enterFills') : does}
      onClick={() => {
        if (isHidden) onShow();
        else if (current) onCopy(current.code);
      }}
    >
      <AccountIcon account={account} />
      <RowWho account={account} />
      <span class="codes">
        <Code
          code={isHidden ? undefined : current?.code}
          hidden={isHidden}
          {...(account.type === 'steam' && { length: STEAM_LENGTH })}
        />
        {next !== undefined && (
          <>
            <span class="visually-hidden">{t('nextCodeShown')}</span>
            <span class="next" dir="ltr" title={t('nextCodeShown')}>
              {formatCode(next)}
            </span>
          </>
        )}
        <ProofMark account={account} />
      </span>
      {current && !isHidden && (
        <Countdown periodMs={account.period * 1000} changesAt={current.changesAt} />
      )}
    </button>
  );
}
