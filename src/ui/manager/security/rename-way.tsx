import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';

interface Props {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** The name of a way in, to be written over where it stands. */
export function RenameWay({ name, onRename, onCancel }: Props) {
  const typed = useSignal(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRename(typed.value);
  };
  const leave = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') onCancel();
  };

  return (
    <form class="rename" onSubmit={submit} onKeyDown={leave}>
      <input
        ref={field}
        type="text"
        id="way-name"
        aria-label={t('wayNewName')}
        required
        pattern=".*\S.*"
        maxLength={64}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <button type="submit" class="primary" id="rename-way">
        {t('save')}
      </button>
      <button type="button" class="quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </form>
  );
}
