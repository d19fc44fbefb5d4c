import { t } from '../i18n.ts';

/** The page could be walked through from here. */
export function EnrolHereCard({ onEnrol }: { onEnrol: () => void }) {
  return (
    <section class="notice stack" id="enrol-here-card" aria-labelledby="enrol-here-title">
      <h2 id="enrol-here-title">{t('enrolHereTitle')}</h2>
      <p>{t('enrolHereExplained')}</p>
      <p class="actions">
        <button type="button" class="primary" id="enrol-here" onClick={onEnrol}>
          {t('enrolHere')}
        </button>
      </p>
    </section>
  );
}
