import { Pin } from 'lucide-preact';
import { t } from '../i18n.ts';
import { usePinned } from './use-pinned.ts';

/** How to bring the toolbar button into view, where it is not. */
export function PinHint() {
  const pinned = usePinned();
  if (pinned.value !== false) return null;
  return (
    <section id="pin-hint" class="notice hint" aria-labelledby="pin-title">
      <Pin />
      <div>
        <h2 id="pin-title">{t('pinTitle')}</h2>
        <p>{t(import.meta.env.FIREFOX ? 'pinInFirefox' : 'pinInChrome')}</p>
      </div>
    </section>
  );
}
