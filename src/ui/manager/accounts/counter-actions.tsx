import { accountName } from '../../account-name.ts';
import { formatCode } from '../../accounts/format-code.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import type { AccountVerbs } from './account-verbs.ts';

interface Props {
  readonly account: AccountRow;
  /** The code that the user asked for last. */
  readonly code: string | undefined;
  readonly verbs: AccountVerbs;
}

/** What only a counter needs: its code comes when it is asked for, and it may have to catch up. */
export function CounterActions({ account, code, verbs }: Props) {
  return (
    <div class="counter">
      {code !== undefined && (
        <button
          type="button"
          class="counter-code"
          aria-description={t('copyCode', accountName(account))}
          onClick={() => verbs.copy(account, code)}
        >
          <output class="code" dir="ltr">
            {formatCode(code)}
          </output>
        </button>
      )}
      <button type="button" data-action="next-code" onClick={() => verbs.nextCode(account)}>
        {t('nextCode')}
      </button>
      <button
        type="button"
        data-action="resynchronise"
        onClick={() => verbs.resynchronise(account)}
      >
        {t('resynchronise')}
      </button>
    </div>
  );
}
