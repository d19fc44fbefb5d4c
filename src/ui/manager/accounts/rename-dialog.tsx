import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { Modal } from '../../ways/modal.tsx';

const FIELDS = [
  ['issuer', 'nameIssuer'],
  ['organisation', 'nameOrganisation'],
  ['account', 'nameAccount'],
] as const;

/** As the background takes it. */
const LONGEST_NAME = 320;

interface Props {
  readonly account: AccountRow;
  readonly onEnd: () => void;
}

/** How an account is called, here only: neither its secret nor the site that gets its codes changes. */
export function RenameDialog({ account, onEnd }: Props) {
  const { issuer, organisation, account: user } = account;
  const names = useSignal({ issuer, organisation, account: user });
  const { problem, attempt } = useAttempt();

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      await send('accounts.rename', { id: account.id, ...names.value });
      onEnd();
    });
  };

  return (
    <Modal id="rename-dialog" title={t('renameTitle')} onClose={onEnd}>
      <form class="stack" onSubmit={submit}>
        {FIELDS.map(([field, key]) => (
          <label key={field} class="field">
            {t(key)}
            <input
              type="text"
              id={`name-${field}`}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={LONGEST_NAME}
              value={names.value[field]}
              onInput={({ currentTarget }) => {
                names.value = { ...names.value, [field]: currentTarget.value };
              }}
            />
          </label>
        ))}
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="submit" class="primary" id="save-names">
            {t('save')}
          </button>
          <button type="button" onClick={onEnd}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
