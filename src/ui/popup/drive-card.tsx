import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';
import { stepSentence, stopSentence } from './drive-sentence.ts';
import type { AddedHere, Drive } from './enrolment-cards.ts';
import { StepProgress } from './step-progress.tsx';
import { UnverifiedActions, type UnverifiedProps } from './unverified-actions.tsx';

interface Props extends Omit<UnverifiedProps, 'account'> {
  readonly drive: Drive;
  readonly added: AddedHere | undefined;
  /** The QR code is read, and the user is to confirm its account. */
  readonly waitsForUser: boolean;
  readonly onStop: () => void;
  readonly onTryAgain: () => void;
}

/** Where the walk through Microsoft's wizard is; or where and why it stopped, what is safe, and the ways on. */
export function DriveCard({ drive, added, waitsForUser, onStop, onTryAgain, ...left }: Props) {
  const { state, step, reason } = drive;
  switch (state) {
    case 'finished':
      return (
        <p class="notice" role="status" data-drive={state}>
          {t('driveFinished')}
        </p>
      );
    case 'running':
      return (
        <section
          class="notice drive stack"
          data-drive={state}
          data-step={step}
          aria-label={t('driveTitle')}
        >
          <p role="status">{waitsForUser ? t('driveConfirm') : `${stepSentence(step)}…`}</p>
          {added && <p class="small">{t('accountAdded', accountName(added))}</p>}
          <div class="progress-row">
            <StepProgress step={step} />
            <button type="button" id="stop-drive" onClick={onStop}>
              {t('driveStop')}
            </button>
          </div>
        </section>
      );
    case 'stopped':
      return (
        <section
          class="notice drive stack"
          data-drive={state}
          data-step={step}
          data-reason={reason}
        >
          <h2>{t('driveStoppedTitle')}</h2>
          {reason && <p role="alert">{stopSentence(reason)}</p>}
          {step && <p class="small">{t('driveStoppedAt', stepSentence(step))}</p>}
          <p class="small">
            {added ? t('driveLeftUnverified', accountName(added)) : t('driveNothingAdded')}
          </p>
          <div class="actions">
            <button type="button" id="drive-again" onClick={onTryAgain}>
              {t('tryAgain')}
            </button>
            {added && <UnverifiedActions account={added} {...left} />}
          </div>
        </section>
      );
  }
}
