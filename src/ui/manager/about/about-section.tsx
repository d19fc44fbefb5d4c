import { browser } from 'wxt/browser';
import { t } from '../../i18n.ts';
import { Progress } from '../../kit/progress.tsx';
import { Warning } from '../../notice.tsx';
import { useNotices } from './use-notices.ts';
import '../../facts.css';

/** Which version this is, what it promises, and whose work is in it. */
export function AboutSection() {
  const { notices, problem } = useNotices();
  const { version } = browser.runtime.getManifest();
  return (
    <section class="about stack" aria-labelledby="about-title">
      <h1 id="about-title">{t('aboutTitle')}</h1>
      <p id="version">{t('aboutVersion', version)}</p>
      <p>{t('aboutPromise')}</p>
      <p>{t('aboutLicence')}</p>
      <h2 id="notices-title">{t('aboutOthers')}</h2>
      {problem.value && <Warning>{problem.value}</Warning>}
      {!notices.value && !problem.value && <Progress label={t('aboutReading')} />}
      {notices.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for who has no pointer.
        <pre id="notices" class="plain-text" lang="en" dir="ltr" tabIndex={0}>
          {notices.value}
        </pre>
      )}
    </section>
  );
}
