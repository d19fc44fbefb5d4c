import { t } from '../i18n.ts';

interface Props {
  readonly isScanning: boolean;
  readonly onScan: () => void;
  readonly onStart: (kind: 'work' | 'personal') => void;
  readonly onAddOtherwise: () => void;
}

/** In a vault that is empty: the ways to an account. */
export function FirstAccount({ isScanning, onScan, onStart, onAddOtherwise }: Props) {
  return (
    <section class="first-account stack" aria-labelledby="first-account-title">
      <h2 id="first-account-title">{t('noAccounts')}</h2>
      <button type="button" id="add-work" onClick={() => onStart('work')}>
        {t('addWork')}
      </button>
      <button type="button" id="add-personal" onClick={() => onStart('personal')}>
        {t('addPersonal')}
      </button>
      <button type="button" id="scan-page" aria-disabled={isScanning} onClick={onScan}>
        {t(isScanning ? 'scanning' : 'scanPage')}
      </button>
      <button type="button" id="add-otherwise" onClick={onAddOtherwise}>
        {t('addOtherwise')}
      </button>
      <p class="small quiet-text">{t('addGuestExplained')}</p>
    </section>
  );
}
