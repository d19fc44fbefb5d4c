import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { KindField } from '../../enrolment/kind-field.tsx';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { type Edited, editedOf, editOf } from './edited.ts';
import { LONGEST_ELSEWHERE } from './elsewhere.ts';
import type { Facets } from './filter.ts';
import { ImageField } from './image-field.tsx';

/** As the background takes it. */
const LONGEST_NAME = 320;

/** The value of the choice that is no group. */
const NONE = '';

const NAMES = [
  ['issuer', 'nameIssuer'],
  ['organisation', 'nameOrganisation'],
  ['account', 'nameAccount'],
] as const;

interface Props {
  readonly account: AccountRow;
  readonly groups: Facets['groups'];
  readonly onEnd: () => void;
}

/** What is said of an account, here only: neither its secret nor the site that gets its codes changes. */
export function EditForm({ account, groups, onEnd }: Props) {
  const edited = useSignal(editedOf(account));
  const first = useRef<HTMLInputElement>(null);
  const { problem, attempt } = useAttempt();
  useEffect(() => first.current?.focus(), []);
  const edit = (change: Partial<Edited>) => {
    edited.value = { ...edited.value, ...change };
  };

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const request = editOf(account, edited.value);
      if (request) await send('accounts.edit', request);
      onEnd();
    });
  };
  const leave = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return;
    // It closes the form, not all of the details.
    event.stopPropagation();
    onEnd();
  };

  return (
    <form class="stack edit-form" id="edit-form" onSubmit={submit} onKeyDown={leave}>
      <ImageField
        account={{ ...account, image: edited.value.image ?? undefined }}
        onImage={(image) => edit({ image })}
        attempt={attempt}
      />
      {NAMES.map(([field, key]) => (
        <label key={field} class="field">
          {t(key)}
          <input
            type="text"
            id={`name-${field}`}
            {...(field === 'issuer' && { ref: first })}
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
      {groups.length > 0 && (
        <label class="field inline">
          {t('filterGroup')}
          <select
            id="edit-group"
            value={edited.value.group ?? NONE}
            onChange={({ currentTarget: { value } }) =>
              edit({ group: value === NONE ? null : value })
            }
          >
            <option value={NONE}>{t('noGroup')}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
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
        <button type="button" id="cancel-edit" onClick={onEnd}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
