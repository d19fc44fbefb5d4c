import { t } from '../i18n.ts';

interface Props {
  /** Undefined where there is no vault to manage. */
  readonly onManage: (() => void) | undefined;
  /** Undefined where it is closed. */
  readonly onLock: (() => void) | undefined;
}

export function PopupHeader({ onManage, onLock }: Props) {
  return (
    <header>
      <h1>{t('extensionName')}</h1>
      {onManage && (
        <button type="button" class="quiet" id="manage" onClick={onManage}>
          {t('manage')}
        </button>
      )}
      {onLock && (
        <button type="button" class="quiet" id="lock" onClick={onLock}>
          {t('lock')}
        </button>
      )}
    </header>
  );
}
