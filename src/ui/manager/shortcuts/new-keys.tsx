import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import type { Command } from './commands.ts';
import { pressedKeys } from './pressed-keys.ts';

interface Props {
  readonly command: Command;
  readonly commands: readonly Command[];
  readonly onKeys: (shortcut: string) => void;
  readonly onCancel: () => void;
  readonly onBlur: () => void;
}

/** A field that takes the next keys as they are pressed. Tab goes on as everywhere. */
export function NewKeys({ command, commands, onKeys, onCancel, onBlur }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal('');
  useEffect(() => field.current?.focus(), []);
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') {
      onCancel();
      return;
    }
    const isMac = navigator.platform.startsWith('Mac');
    const pressed = pressedKeys(event, isMac);
    if (pressed.kind === 'not-yet') return;
    if (pressed.kind === 'impossible') {
      problem.value = t(isMac ? 'shortcutImpossibleMac' : 'shortcutImpossible');
      return;
    }
    const { shortcut } = pressed;
    const other = commands.find((each) => each.shortcut === shortcut && each !== command);
    if (other) problem.value = t('shortcutTaken', other.does);
    else onKeys(shortcut);
  };
  return (
    <>
      <input
        ref={field}
        type="text"
        id="new-keys"
        readOnly
        aria-label={t('shortcutNewKeysOf', command.does)}
        placeholder={t('shortcutPress')}
        onKeyDown={take}
        onBlur={onBlur}
      />
      {problem.value && <Warning>{problem.value}</Warning>}
    </>
  );
}
