import { Briefcase, ImagePlus, QrCode, User } from 'lucide-preact';
import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { useAttempt } from '../use-attempt.ts';
import { FirstRunFrame } from './first-run-frame.tsx';
import { PinHint } from './pin-hint.tsx';

/** The vault is there: the ways to its first account, none of which is a must. */
export function FirstAccount({ onLater }: { onLater: () => Promise<void> }) {
  const { problem, attempt } = useAttempt();
  const start = (kind: 'work' | 'personal') => () =>
    attempt(() => send('enrolment.start', { kind }));
  const later = () =>
    attempt(async () => {
      await send('firstRun.finish');
      await onLater();
    });
  return (
    <FirstRunFrame step={3} title={t('firstAccountTitle')}>
      <p>{t('firstAccountExplained')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <div class="ways-to-add">
        <button type="button" id="first-work" class="way-to-add" onClick={start('work')}>
          <Briefcase />
          <span>
            <strong>{t('firstWork')}</strong>
            <span>{t('firstWorkExplained')}</span>
          </span>
        </button>
        <button type="button" id="first-personal" class="way-to-add" onClick={start('personal')}>
          <User />
          <span>
            <strong>{t('firstPersonal')}</strong>
            <span>{t('firstPersonalExplained')}</span>
          </span>
        </button>
        <a
          id="first-otherwise"
          class="button way-to-add"
          href="manager.html#add"
          target="_blank"
          rel="noreferrer"
        >
          <ImagePlus />
          <span>
            <strong>{t('firstOtherwise')}</strong>
            <span>{t('firstOtherwiseExplained')}</span>
          </span>
        </a>
        <p class="way-to-add">
          <QrCode />
          <span>{t('firstScan', t('scanPage'))}</span>
        </p>
      </div>
      <PinHint />
      <div class="stack later">
        <p class="small quiet-text">{t('firstBackup')}</p>
        <p class="small quiet-text">
          {t('createdExplained')}{' '}
          <a id="to-manager" href="manager.html#security" target="_blank" rel="noreferrer">
            {t('addAnotherWay')}
          </a>
        </p>
        <button type="button" id="first-later" class="quiet" onClick={later}>
          {t('firstLater')}
        </button>
      </div>
    </FirstRunFrame>
  );
}
