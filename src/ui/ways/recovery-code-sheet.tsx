import { Fragment } from 'preact';
import { t } from '../i18n.ts';
import { groupsOf } from './asked-groups.ts';

interface Props {
  readonly recoveryCode: string;
  readonly onWritten: () => void;
}

/**
 * Shows the recovery code, to be written down or printed. There is no button to copy it: on the clipboard it
 * would be open to every program.
 */
export function RecoveryCodeSheet({ recoveryCode, onWritten }: Props) {
  return (
    <section class="stack">
      <p>{t('recoveryExplained')}</p>
      <div class="recovery-sheet">
        <p class="on-paper">{t('recoveryOnPaper')}</p>
        <output id="recovery-code" class="recovery-code" dir="ltr" aria-label={t('recoveryCode')}>
          {groupsOf(recoveryCode).map((group, at) => (
            <Fragment key={`${at} ${group}`}>
              {at > 0 && <span class="dash">-</span>}
              <span class="group">{group}</span>
            </Fragment>
          ))}
        </output>
      </div>
      <div class="actions">
        <button type="button" id="recovery-kept" class="primary" onClick={onWritten}>
          {t('recoveryKept')}
        </button>
        <button type="button" id="print" onClick={() => window.print()}>
          {t('print')}
        </button>
      </div>
    </section>
  );
}
