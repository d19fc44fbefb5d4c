import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import type { AccountVerbs } from './account-verbs.ts';

interface Props {
  readonly account: AccountRow;
  readonly verbs: Pick<AccountVerbs, 'finish' | 'remove'>;
}

/** The two ways on with an enrolment that was left half-way; it is finished at Microsoft only. */
export function UnverifiedActions({ account, verbs }: Props) {
  const name = accountName(account);
  return (
    <div class="unfinished">
      {account.methodsPage !== undefined && (
        <button
          type="button"
          class="finish-enrolment"
          data-action="finish"
          aria-label={t('finishEnrolmentOf', name)}
          onClick={() => verbs.finish(account)}
        >
          {t('finishEnrolment')}
        </button>
      )}
      <button
        type="button"
        class="remove-unverified"
        data-action="delete"
        aria-label={t('removeAccountOf', name)}
        onClick={() => verbs.remove(account)}
      >
        {t('remove')}
      </button>
    </div>
  );
}
