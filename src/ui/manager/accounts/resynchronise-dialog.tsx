import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { CodeField } from '../code-field.tsx';

interface Props {
  readonly account: AccountRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Two codes that follow each other tell where the counter of another device, or of the site, stands. */
export function ResynchroniseDialog({ account, onDone, onClose }: Props) {
  const first = useSignal('');
  const second = useSignal('');
  const { problem, attempt } = useAttempt();

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const codes: [string, string] = [first.value, second.value];
      await send('accounts.resynchronise', { id: account.id, codes });
      onDone();
    });
  };

  return (
    <Dialog id="resynchronise-dialog" title={t('resynchronise')} onClose={onClose}>
      <p>{t('resynchroniseExplained')}</p>
      <form class="stack" onSubmit={submit}>
        <CodeField id="first-code" label={t('firstCode')} code={first} />
        <CodeField id="second-code" label={t('secondCode')} code={second} />
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="primary" id="resynchronise">
            {t('resynchronise')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
