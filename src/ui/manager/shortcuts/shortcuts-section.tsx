import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t, tn } from '../../i18n.ts';
import { Said, Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';
import { canChange, openChromePage, ownCommands } from './commands.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import './shortcuts.css';

/** The ways to codes beside the toolbar button: keys, the address bar, the side panel. */
export function ShortcutsSection() {
  const { problem, attempt } = useAttempt();
  const said = useSignal('');
  const { shown, refresh } = useAsked(ownCommands, problem);
  useEffect(() => {
    // Chrome's page of shortcuts is another tab.
    const look = () => void refresh();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [refresh]);

  const commands = shown.value ?? [];
  const unassigned = commands.filter(({ shortcut }) => shortcut === '').length;
  const change = (name: string, act: () => Promise<void>, sentence: (now: string) => string) =>
    attempt(async () => {
      said.value = '';
      await act();
      await refresh();
      said.value = sentence(shown.value?.find((each) => each.name === name)?.shortcut ?? '');
    });
  return (
    <section class="shortcuts stack" aria-labelledby="shortcuts-title">
      <h1 id="shortcuts-title">{t('shortcutsTitle')}</h1>
      <p>{t('shortcutsExplained')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <Said>{said.value}</Said>
      {unassigned > 0 && (
        <p class="notice" id="shortcuts-unassigned">
          {tn('shortcutsUnassigned', unassigned)}
        </p>
      )}
      <ul>
        {commands.map((command) => (
          <ShortcutRow
            key={command.name}
            command={command}
            commands={commands}
            onChange={(act, sentence) => void change(command.name, act, sentence)}
          />
        ))}
      </ul>
      {!canChange() && (
        <div class="actions">
          <button type="button" id="shortcuts-in-chrome" onClick={() => attempt(openChromePage)}>
            {t('shortcutsInChrome')}
          </button>
        </div>
      )}
      <h2>{t('addressBarTitle')}</h2>
      <p>{t('addressBarExplained')}</p>
      <h2>{t('panelTitle')}</h2>
      <p>{t(import.meta.env.FIREFOX ? 'sidebarExplained' : 'panelExplained')}</p>
    </section>
  );
}
