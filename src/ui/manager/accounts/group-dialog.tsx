import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import type { Facets } from './filter.ts';
import { GroupNameField } from './group-name-field.tsx';

/** Choices beside the groups themselves, whose ids are no such words. */
const NONE = 'none';
const NEW = 'new';

interface ChosenGroup {
  /** Null: none. */
  readonly id: string | null;
  readonly name: string;
}

interface Props {
  readonly title: string;
  readonly groups: Facets['groups'];
  readonly onChoose: (group: ChosenGroup) => void;
  readonly onClose: () => void;
}

/** Asks which group accounts are to be in; it may be a new one. */
export function GroupDialog({ title, groups, onChoose, onClose }: Props) {
  const name = useId();
  const chosen = useSignal(groups[0]?.id ?? NEW);
  const newName = useSignal('');
  const { problem, attempt } = useAttempt();
  const choices = [
    ...groups.map((group) => ({ value: group.id, label: group.name })),
    { value: NEW, label: t('newGroup') },
    { value: NONE, label: t('noGroup') },
  ];

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const group = groups.find(({ id }) => id === chosen.value);
      if (group) onChoose(group);
      else if (chosen.value === NONE) onChoose({ id: null, name: '' });
      else {
        const { id } = await send('groups.add', { name: newName.value });
        onChoose({ id, name: newName.value.trim() });
      }
    });
  };

  return (
    <Dialog id="group-dialog" title={title} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <fieldset class="choices">
          <legend class="visually-hidden">{t('filterGroup')}</legend>
          {choices.map(({ value, label }) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name={name}
                value={value}
                checked={chosen.value === value}
                onChange={() => {
                  chosen.value = value;
                }}
              />
              <span>
                <bdi>{label}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen.value === NEW && <GroupNameField id="new-group" name={newName} />}
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="primary" id="choose-group">
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
