import type { Signal } from '@preact/signals';
import { t } from '../../i18n.ts';

/** As the background takes it. */
const LONGEST_NAME = 60;

interface Props {
  readonly id: string;
  readonly name: Signal<string>;
}

/** A field for how a group is called. */
export function GroupNameField({ id, name }: Props) {
  return (
    <label class="field">
      {t('groupName')}
      <input
        type="text"
        id={id}
        dir="auto"
        required
        pattern=".*\S.*"
        maxLength={LONGEST_NAME}
        autocomplete="off"
        value={name}
        onInput={({ currentTarget }) => {
          name.value = currentTarget.value;
        }}
      />
    </label>
  );
}
