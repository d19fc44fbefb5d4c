import { t } from '../i18n.ts';

interface Props {
  readonly isScanning: boolean;
  readonly onScan: () => void;
  readonly onStart: (kind: 'work' | 'personal') => void;
  readonly onAddOtherwise: () => void;
}

/** The ways to a new account. */
export function PopupActions({ isScanning, onScan, onStart, onAddOtherwise }: Props) {
  return (
    <div class="popup-actions">
      <button type="button" id="scan-page" aria-disabled={isScanning} onClick={onScan}>
        {t(isScanning ? 'scanning' : 'scanPage')}
      </button>
      <details
        id="add-menu"
        onToggle={({ currentTarget }) => {
          // Below a card, it opens out of sight.
          if (currentTarget.open)
            currentTarget.lastElementChild?.scrollIntoView({ block: 'nearest' });
        }}
      >
        <summary class="button">{t('addMenu')}</summary>
        <div class="stack">
          <button type="button" id="add-work" onClick={() => onStart('work')}>
            {t('addWork')}
          </button>
          <button type="button" id="add-personal" onClick={() => onStart('personal')}>
            {t('addPersonal')}
          </button>
          <button type="button" id="add-otherwise" onClick={onAddOtherwise}>
            {t('addOtherwise')}
          </button>
          <p class="small quiet-text">{t('addGuestExplained')}</p>
        </div>
      </details>
    </div>
  );
}
