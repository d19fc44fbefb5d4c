import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import type { AccountVerbs } from './account-verbs.ts';
import { type Filling, fillingOf, isSameFilling, MODES_OFFERED } from './filling.ts';

interface Props {
  readonly account: AccountRow;
  readonly onSave: AccountVerbs['setFilling'];
}

/**
 * How codes of an account are filled in. Saved by a button and not at once: with the arrow keys, the user passes one mode on
 * his way to another.
 */
export function FillingForm({ account, onSave }: Props) {
  const id = useId();
  const inForce = fillingOf(account);
  /** What the user chose in the place of what was in force then; once another is, it counts no more. */
  const chosen = useSignal({ before: inForce, after: inForce });
  const { before, after } = chosen.value;
  const shown = isSameFilling(before, inForce) ? after : inForce;
  useLayoutEffect(() => {
    // Forgotten, or an undo of what is in force now would bring it back.
    if (!isSameFilling(chosen.peek().before, inForce)) {
      chosen.value = { before: inForce, after: inForce };
    }
  });
  const choose = (choice: Partial<Filling>) => {
    chosen.value = { before: inForce, after: { ...shown, ...choice } };
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isSaved = await onSave(account, shown);
    // It shows what is in force, not what the user did not want after all.
    if (!isSaved) choose(inForce);
  };

  return (
    <form class="filling stack" onSubmit={submit}>
      <fieldset class="choices">
        <legend>{t('fillingTitle')}</legend>
        {MODES_OFFERED.map(({ mode: offered, name, meaning }) => (
          <div key={offered} class="choice">
            <input
              type="radio"
              id={`${id}-${offered}`}
              name={`${id}-mode`}
              value={offered}
              checked={shown.mode === offered}
              aria-describedby={`${id}-${offered}-means`}
              onChange={() => choose({ mode: offered })}
            />
            <label for={`${id}-${offered}`}>{t(name)}</label>
            <p id={`${id}-${offered}-means`} class="quiet-text">
              {t(meaning)}
            </p>
          </div>
        ))}
        <div class="choice">
          <input
            type="checkbox"
            id={`${id}-submits`}
            data-choice="submits"
            checked={shown.submits}
            onChange={({ currentTarget }) => choose({ submits: currentTarget.checked })}
          />
          <label for={`${id}-submits`}>{t('fillSubmits')}</label>
        </div>
        {account.kind !== 'other' && (
          <div class="choice">
            <input
              type="checkbox"
              id={`${id}-push`}
              data-choice="insteadOfPush"
              checked={shown.insteadOfPush}
              onChange={({ currentTarget }) => choose({ insteadOfPush: currentTarget.checked })}
            />
            <label for={`${id}-push`}>{t('fillInsteadOfPush')}</label>
          </div>
        )}
      </fieldset>
      <div class="actions">
        <button
          type="submit"
          data-action="save-filling"
          aria-label={t('fillSaveOf', accountName(account))}
        >
          {t('save')}
        </button>
        {!isSameFilling(shown, inForce) && <span class="quiet-text">{t('fillUnsaved')}</span>}
      </div>
    </form>
  );
}
