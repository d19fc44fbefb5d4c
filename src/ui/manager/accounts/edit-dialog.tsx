import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { KindField } from '../../enrolment/kind-field.tsx';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { Modal } from '../../ways/modal.tsx';
import { type Edited, editedOf, editsOf } from './edited.ts';
import { LONGEST_ELSEWHERE } from './elsewhere.ts';

/** As the background takes it. */
const LONGEST_NAME = 320;

const NAMES = [
  ['issuer', 'nameIssuer'],
  ['organisation', 'nameOrganisation'],
  ['account', 'nameAccount'],
] as const;

interface Props {
  readonly account: AccountRow;
  readonly onEnd: () => void;
}

/** What is said of an account, here only: neither its secret nor the site that gets its codes changes. */
export function EditDialog({ account, onEnd }: Props) {
  const edited = useSignal(editedOf(account));
  const { problem, attempt } = useAttempt();
  const edit = (change: Partial<Edited>) => {
    edited.value = { ...edited.value, ...change };
  };

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const { rename, describe } = editsOf(account, edited.value);
      if (rename) await send('accounts.rename', rename);
      if (describe) await send('accounts.describe', describe);
      onEnd();
    });
  };

  return (
    <Modal id="edit-dialog" title={t('editTitle')} onClose={onEnd}>
      <form class="stack" onSubmit={submit}>
        {NAMES.map(([field, key]) => (
          <label key={field} class="field">
            {t(key)}
            <input
              type="text"
              id={`name-${field}`}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={LONGEST_NAME}
              value={edited.value[field]}
              onInput={({ currentTarget }) => edit({ [field]: currentTarget.value })}
            />
          </label>
        ))}
        <KindField id="edit-kind" kind={edited.value.kind} onKind={(kind) => edit({ kind })} />
        <label class="field">
          {t('whereElse')}
          <input
            type="text"
            id="edit-elsewhere"
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            maxLength={LONGEST_ELSEWHERE}
            placeholder={t('elsewhereExample')}
            value={edited.value.elsewhere}
            onInput={({ currentTarget }) => edit({ elsewhere: currentTarget.value })}
          />
        </label>
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="submit" class="primary" id="save-edit">
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
