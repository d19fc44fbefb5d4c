import { useSignal } from '@preact/signals';
import { t } from '../../i18n.ts';
import { Said } from '../../notice.tsx';
import { CodeSettings } from './code-settings.tsx';
import { LanguageChoice } from './language-choice.tsx';

/** How Countersign speaks, and what it shows. */
export function SettingsSection() {
  const said = useSignal('');
  return (
    <section class="settings stack" aria-labelledby="settings-title">
      <h1 id="settings-title">{t('settingsTitle')}</h1>
      <Said>{said.value}</Said>
      <LanguageChoice />
      <CodeSettings
        say={(sentence) => {
          said.value = sentence;
        }}
      />
      <p>
        <a href="#security" id="to-security">
          {t('settingsElsewhere')}
        </a>
      </p>
    </section>
  );
}
