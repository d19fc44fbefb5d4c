import { useSignal } from '@preact/signals';
import { t } from '../i18n.ts';

interface Props {
  readonly recoveryCode: string;
  readonly onKept: () => void;
}

/** Shows the recovery code, the only time that it is shown. */
export function RecoveryCode({ recoveryCode, onKept }: Props) {
  const kept = useSignal(false);
  return (
    <section class="stack">
      <p>{t('recoveryExplained')}</p>
      <output id="recovery-code" class="recovery-code" dir="ltr" aria-label={t('recoveryCode')}>
        {recoveryCode}
      </output>
      <button type="button" onClick={() => window.print()}>
        {t('print')}
      </button>
      <label class="check">
        <input
          type="checkbox"
          id="recovery-kept"
          checked={kept}
          onChange={({ currentTarget }) => {
            kept.value = currentTarget.checked;
          }}
        />
        {t('recoveryKept')}
      </label>
      <button type="button" id="finish" class="primary" disabled={!kept.value} onClick={onKept}>
        {t('finish')}
      </button>
    </section>
  );
}
