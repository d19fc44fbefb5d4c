import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { AccountIcon } from '../kit/account-icon.tsx';
import { Code } from '../kit/code.tsx';
import { copyLabel, nextCodeLabel, type Place } from './copy-label.ts';
import { ProofMark } from './proof-mark.tsx';
import { RowWho } from './row-who.tsx';

interface Props {
  readonly account: AccountRow;
  /** The code that the user asked for last. */
  readonly code: string | undefined;
  readonly place: Place | undefined;
  readonly onCopy: (code: string) => void;
  readonly onNext: () => void;
}

/** An account with a counter: every code that is shown is used up, so none is until the user asks for it. */
export function CounterRow({ account, code, place, onCopy, onNext }: Props) {
  return (
    <>
      <button
        type="button"
        class="copy"
        disabled={code === undefined}
        aria-description={copyLabel(account, place)}
        onClick={() => code !== undefined && onCopy(code)}
      >
        <AccountIcon account={account} />
        <RowWho account={account} />
        <span class="codes" aria-live="polite">
          <Code code={code} />
          <ProofMark account={account} />
        </span>
      </button>
      <button
        type="button"
        class="next-code"
        aria-label={nextCodeLabel(account, place)}
        onClick={onNext}
      >
        {t('nextCode')}
      </button>
    </>
  );
}
