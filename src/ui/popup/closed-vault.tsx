import type { Response } from '../../messages/protocol.ts';
import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { takeFocus } from '../take-focus.ts';

interface Props {
  readonly state: Exclude<Response<'vault.status'>['state'], 'open'>;
  /** What the page of this tab waits for; undefined for nothing. */
  readonly waiting: string | undefined;
  /** The page of this tab offers an account. */
  readonly offerWaits: boolean;
  readonly onUnlock: () => void;
}

/** No vault, or a closed one, and the way to the window that opens it. */
export function ClosedVault({ state, waiting, offerWaits, onUnlock }: Props) {
  const sentences = {
    none: () => t('welcome'),
    missing: () => faultSentence('vault-missing'),
    locked: () => t('lockedExplained'),
  };
  return (
    <section class="stack">
      {state === 'locked' && waiting !== undefined && (
        <p class="notice" id="page-waits">
          {waiting}
        </p>
      )}
      <p>{sentences[state]()}</p>
      <button type="button" class="primary" ref={takeFocus} onClick={onUnlock}>
        {t(state === 'locked' ? 'unlock' : 'setUp')}
      </button>
      {offerWaits && <p class="quiet-text">{t('offerWaits')}</p>}
    </section>
  );
}
