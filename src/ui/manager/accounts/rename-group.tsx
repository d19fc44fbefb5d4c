import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { GroupNameField } from './group-name-field.tsx';

interface Props {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** The name of a group, to be written over where it stands. */
export function RenameGroup({ name, onRename, onCancel }: Props) {
  const typed = useSignal(name);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRename(typed.value);
  };
  const leave = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return;
    // It ends the renaming, not the dialog.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form class="add-group" ref={form} onSubmit={submit} onKeyDown={leave}>
      <GroupNameField id="group-new-name" name={typed} />
      <button type="submit" class="primary" id="rename-group">
        {t('save')}
      </button>
      <button type="button" class="quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </form>
  );
}
