import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { type Command, canChange, changeShortcut, resetShortcut } from './commands.ts';
import { NewKeys } from './new-keys.tsx';

interface Props {
  readonly command: Command;
  readonly commands: readonly Command[];
  /** Does it, and says then what there is to say of the keys that the command has by now. */
  readonly onChange: (act: () => Promise<void>, sentence: (now: string) => string) => void;
}

/** A command and its keys, to be changed in place where the browser lets us. */
export function ShortcutRow({ command, commands, onChange }: Props) {
  const { name, does, shortcut } = command;
  const isChanging = useSignal(false);
  const change = useRef<HTMLButtonElement>(null);
  /** What had the focus goes. */
  const returns = useRef(false);
  useEffect(() => {
    if (!returns.current || isChanging.value) return;
    returns.current = false;
    change.current?.focus();
  });
  const saved = (now: string) => t('shortcutSaved', does, now || t('shortcutNone'));
  const act = (acts: () => Promise<void>, sentence: (now: string) => string) => {
    returns.current = true;
    isChanging.value = false;
    onChange(acts, sentence);
  };
  return (
    <li data-command={name}>
      <span class="does">{does}</span>
      {isChanging.value ? (
        <NewKeys
          command={command}
          commands={commands}
          onKeys={(keys) => act(() => changeShortcut(name, keys), saved)}
          onCancel={() => {
            returns.current = true;
            isChanging.value = false;
          }}
          onBlur={() => {
            isChanging.value = false;
          }}
        />
      ) : (
        <>
          {shortcut ? (
            <kbd dir="ltr">{shortcut}</kbd>
          ) : (
            <span class="quiet-text">{t('shortcutNone')}</span>
          )}
          {canChange() && (
            <span class="actions">
              <button
                type="button"
                ref={change}
                data-act="change"
                aria-label={t('shortcutChangeOf', does)}
                onClick={() => {
                  isChanging.value = true;
                }}
              >
                {t('shortcutChange')}
              </button>
              <button
                type="button"
                class="quiet"
                data-act="reset"
                aria-description={t('shortcutResetOf', does)}
                onClick={() => act(() => resetShortcut(name), saved)}
              >
                {t('shortcutReset')}
              </button>
              {shortcut && (
                <button
                  type="button"
                  class="quiet"
                  data-act="remove"
                  aria-label={t('shortcutRemoveOf', does)}
                  onClick={() =>
                    act(
                      () => changeShortcut(name, ''),
                      () => t('shortcutRemoved', does),
                    )
                  }
                >
                  {t('shortcutRemove')}
                </button>
              )}
            </span>
          )}
        </>
      )}
    </li>
  );
}
