import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Fault, type FaultCode } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { accountName } from '../account-name.ts';
import { type AccountRow, useAccounts } from '../accounts/use-accounts.ts';
import { changeSentence } from '../change-sentence.ts';
import { ClockDoubtCard } from '../clock-doubt-card.tsx';
import { copyCode } from '../copy-code.ts';
import { isAccount } from '../enrolment/finding.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Said, Warning } from '../notice.tsx';
import { StatusNotices } from '../status-notices.tsx';
import { Unanswered } from '../unanswered.tsx';
import { useAsked } from '../use-asked.ts';
import { useAttempt } from '../use-attempt.ts';
import { AccountPanel } from './account-panel.tsx';
import { ClosedVault } from './closed-vault.tsx';
import { DriveCard } from './drive-card.tsx';
import { EnrolmentPanel } from './enrolment-panel.tsx';
import { openManager } from './open-manager.ts';
import { PopupActions } from './popup-actions.tsx';
import { UnverifiedCard } from './unverified-card.tsx';
import { useEnrolment } from './use-enrolment.ts';
import { FIRST_QUESTION } from './use-view.ts';

interface Shown {
  readonly status: Response<'vault.status'>;
  readonly tabId: number;
  readonly enrolment: Response<'enrolment.get'>;
  readonly unverified: Response<'accounts.unverified'>;
}

const OUTDATED: readonly FaultCode[] = ['locked', 'unknown-account'];

/** The toolbar popup: what this tab offers, and the codes. */
export function Popup() {
  const { problem, attempt } = useAttempt();
  const said = useSignal('');
  /** The last change is this popup's own: only then it offers to take it back. */
  const changed = useSignal(false);
  const { shown, refresh } = useAsked(ask, problem);
  const again = useRef(refresh);
  again.current = refresh;
  const onFault = useCallback(
    (error: unknown) => {
      // The vault locked by itself, or an account went meanwhile: whatever stands here is out of date.
      const outdated = error instanceof Fault && OUTDATED.includes(error.code);
      if (outdated) void again.current();
      else problem.value = errorSentence(error);
    },
    [problem],
  );
  const { question, held } = useAccounts(FIRST_QUESTION, onFault);

  const enrolling = useEnrolment({ attempt, said, changed });
  const undo = () =>
    attempt(async () => {
      await send('vault.undo');
      said.value = t('undoneSaid');
      changed.value = false;
    });
  const unlock = () =>
    attempt(async () => {
      await send('unlock.show');
      window.close();
    });
  const copy = (account: AccountRow, code: string) =>
    attempt(async () => {
      await copyCode(code);
      said.value = t('copied', account.account || accountName(account));
    });
  const manage = (place?: string) => attempt(() => openManager(place));

  const open = shown.value?.status.state === 'open';
  const { forget } = enrolling;
  // Nothing of the vault stays behind, not even what was typed to find it.
  useLayoutEffect(() => {
    if (open) return;
    said.value = '';
    changed.value = false;
    held.value = undefined;
    question.value = FIRST_QUESTION;
    forget();
  }, [open, said, changed, held, question, forget]);

  if (!shown.value) return problem.value ? <Unanswered page="popup" problem={problem} /> : null;
  const { status, tabId, enrolment } = shown.value;
  const here = { tabId, site: enrolment.site };
  // Of the one that is driven here, the card of the drive says more.
  const driven = enrolment.drive ? enrolment.added?.id : undefined;
  const unverified = shown.value.unverified.filter(({ id }) => id !== driven);
  return (
    <main class="popup">
      <header>
        <h1>{t('extensionName')}</h1>
        {status.state !== 'none' && (
          <button type="button" class="quiet" id="manage" onClick={() => manage()}>
            {t('manage')}
          </button>
        )}
        {open && (
          <button
            type="button"
            class="quiet"
            id="lock"
            onClick={() => attempt(() => send('vault.lock'))}
          >
            {t('lock')}
          </button>
        )}
      </header>
      {problem.value && <Warning>{problem.value}</Warning>}
      <StatusNotices
        status={status}
        damagedLink={
          <button type="button" onClick={() => manage('#damaged')}>
            {t('damagedShow')}
          </button>
        }
      />
      {status.state === 'open' ? (
        <>
          {status.clockDoubt !== undefined && (
            <ClockDoubtCard
              check={
                <button type="button" id="check-clock" onClick={() => manage('#clock')}>
                  {t('clockDoubtCheck')}
                </button>
              }
              onDismiss={() => attempt(() => send('clock.looked'))}
            />
          )}
          <EnrolmentPanel
            enrolment={enrolment}
            foundNothing={enrolling.foundNothing.value}
            onAdd={(confirmed) => enrolling.add(here, confirmed)}
            onScan={() => enrolling.scan(here)}
            onEnrol={() => enrolling.drive(here)}
            onStop={() => enrolling.stop(here)}
            onDismiss={() => enrolling.dismiss(here)}
            onFinish={enrolling.finish}
            onRemove={enrolling.remove}
          />
          <UnverifiedCard
            accounts={unverified}
            onFinish={enrolling.finish}
            onRemove={enrolling.remove}
          />
          {held.value && (held.value.total > 0 || held.value.query !== '') && (
            <AccountPanel held={held.value} question={question} onCopy={copy} onFault={onFault} />
          )}
          {held.value?.total === 0 && held.value.query === '' && isQuiet(enrolment) && (
            <p class="quiet-text">{t('noAccounts')}</p>
          )}
          <PopupActions
            isScanning={enrolling.isScanning.value}
            onScan={() => enrolling.scan(here)}
            onStart={enrolling.start}
            onAddOtherwise={() => manage('#add')}
          />
        </>
      ) : (
        <>
          {enrolment.drive?.state === 'running' && (
            <DriveCard
              drive={enrolment.drive}
              added={undefined}
              waitsForUser={false}
              onStop={() => enrolling.stop(here)}
              onTryAgain={() => enrolling.drive(here)}
              onFinish={enrolling.finish}
              onRemove={enrolling.remove}
            />
          )}
          <ClosedVault
            state={status.state}
            offerWaits={enrolment.findings.some(isAccount)}
            onUnlock={unlock}
          />
        </>
      )}
      <footer>
        <Said>{said.value}</Said>
        {changed.value && status.undo && (
          <button type="button" class="quiet" id="undo" onClick={undo}>
            {t('undoChange', changeSentence(status.undo))}
          </button>
        )}
      </footer>
    </main>
  );
}

/** The page has nothing to say. */
function isQuiet({ findings, drive, added, canEnrol }: Shown['enrolment']): boolean {
  return findings.length === 0 && !drive && !added && !canEnrol;
}

async function ask(): Promise<Shown> {
  const [status, here, unverified] = await Promise.all([
    send('vault.status'),
    currentTabId().then(async (tabId) => ({
      tabId,
      enrolment: await send('enrolment.get', { tabId }),
    })),
    send('accounts.unverified').catch(noneWhileLocked),
  ]);
  return { status, ...here, unverified };
}

function noneWhileLocked(error: unknown): [] {
  if (error instanceof Fault && error.code === 'locked') return [];
  throw error;
}

async function currentTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
