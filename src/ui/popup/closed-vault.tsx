import type { Response } from '../../messages/protocol.ts';
import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';

interface Props {
  readonly state: Exclude<Response<'vault.status'>['state'], 'open'>;
  /** The page of this tab offers an account. */
  readonly offerWaits: boolean;
  readonly onUnlock: () => void;
}

/** No vault, or a closed one, and the way to the window that opens it. */
export function ClosedVault({ state, offerWaits, onUnlock }: Props) {
  const sentences = {
    none: () => t('welcome'),
    missing: () => faultSentence('vault-missing'),
    locked: () => t('lockedExplained'),
  };
  return (
    <section class="stack">
      <p>{sentences[state]()}</p>
      <button type="button" class="primary" onClick={onUnlock}>
        {t(state === 'locked' ? 'unlock' : 'setUp')}
      </button>
      {offerWaits && <p class="quiet-text">{t('offerWaits')}</p>}
    </section>
  );
}
