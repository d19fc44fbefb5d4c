import { t } from '../../i18n.ts';
import { chooseLanguage, chosenLanguage, LANGUAGES } from '../../language.ts';

/** The value of the choice that is none. */
const BROWSERS = '';

/** The language of the interface. Each is named by itself: who cannot read the others finds his own. */
export function LanguageChoice() {
  return (
    <section class="stack" aria-labelledby="language-title">
      <h2 id="language-title">{t('languageTitle')}</h2>
      <label class="field">
        <span class="visually-hidden">{t('languageTitle')}</span>
        <select
          id="language"
          value={chosenLanguage() ?? BROWSERS}
          aria-describedby="language-explained"
          onChange={({ currentTarget: { value } }) =>
            chooseLanguage(value === BROWSERS ? undefined : value)
          }
        >
          <option value={BROWSERS}>{t('languageOfBrowser')}</option>
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet-text" id="language-explained">
        {t('languageExplained')}
      </p>
    </section>
  );
}
