import { formatCode } from '../accounts/format-code.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { copyLabel, nextCodeLabel } from './copy-label.ts';
import { ProofMark } from './proof-mark.tsx';
import { RowWho } from './row-who.tsx';

interface Props {
  readonly account: AccountRow;
  /** The code that the user asked for last. */
  readonly code: string | undefined;
  readonly place: string | undefined;
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
        aria-label={copyLabel(account, place)}
        onClick={() => code !== undefined && onCopy(code)}
      >
        <RowWho account={account} />
        <span class="code" dir="ltr" aria-live="polite">
          {code === undefined ? '··· ···' : formatCode(code)}
        </span>
        <ProofMark account={account} />
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
