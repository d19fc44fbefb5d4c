import { browser } from 'wxt/browser';
import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { moment } from '../../moment.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import type { RemovalAdvice } from './removal-advice.ts';

interface Props {
  readonly account: AccountRow;
  readonly advice: RemovalAdvice;
  /** There is another authenticator of the same account. */
  readonly isTwin: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what is to be done at the site before an account goes. It stays while the user does that. */
export function DeleteDialog({ account, advice, isTwin, onConfirm, onCancel }: Props) {
  const { problem, attempt } = useAttempt();
  const { sentence, methodsPage } = advice;
  return (
    <Dialog id="delete-dialog" title={t('deleteTitle', accountName(account))} onClose={onCancel}>
      <p class="advice">{sentence}</p>
      {isTwin && <p class="twin">{t('deleteTwin', moment(account.createdAt, 'exactly'))}</p>}
      {methodsPage !== undefined && (
        <button
          type="button"
          class="open-methods"
          onClick={() => void attempt(() => browser.tabs.create({ url: methodsPage }))}
        >
          {t('openMethods')}
        </button>
      )}
      <p class="small quiet-text">{t('deleteExplained')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="button" class="danger" id="confirm-delete" onClick={onConfirm}>
          {t('delete')}
        </button>
      </div>
    </Dialog>
  );
}
