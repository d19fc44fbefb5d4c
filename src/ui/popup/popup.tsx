import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { Fault, type FaultCode } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import { accountName } from '../account-name.ts';
import { type AccountRow, useAccounts } from '../accounts/use-accounts.ts';
import { changeSentence } from '../change-sentence.ts';
import { copyCode } from '../copy-code.ts';
import { isAccount } from '../enrolment/finding.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Said, Warning } from '../notice.tsx';
import { StatusNotices } from '../status-notices.tsx';
import { Unanswered } from '../unanswered.tsx';
import { useAsked } from '../use-asked.ts';
import { useAttempt } from '../use-attempt.ts';
import { ask } from './ask.ts';
import { ClosedVault } from './closed-vault.tsx';
import { DriveCard } from './drive-card.tsx';
import { openManager } from './open-manager.ts';
import { OpenVault } from './open-vault.tsx';
import { PopupHeader } from './popup-header.tsx';
import { lockedSentence } from './sign-in-sentence.ts';
import { useEnrolment } from './use-enrolment.ts';
import { useSignIn } from './use-sign-in.ts';
import { FIRST_QUESTION } from './use-view.ts';

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
  const signing = useSignIn({ attempt, refresh, said, changed, question });
  const undo = () =>
    attempt(async () => {
      await send('vault.undo');
      said.value = t('undoneSaid');
      changed.value = false;
    });
  const copy = (account: AccountRow, code: string) =>
    attempt(async () => {
      await copyCode(code);
      said.value = t('copied', account.account || accountName(account));
    });
  const manage = (place?: string) => attempt(() => openManager(place));

  const open = shown.value?.status.state === 'open';
  const { forget: forgetEnrolling } = enrolling;
  const { forget: forgetSigning } = signing;
  // Nothing of the vault stays behind, not even what was typed to find it.
  useLayoutEffect(() => {
    if (open) return;
    said.value = '';
    changed.value = false;
    held.value = undefined;
    question.value = FIRST_QUESTION;
    forgetEnrolling();
    forgetSigning();
  }, [open, said, changed, held, question, forgetEnrolling, forgetSigning]);

  if (!shown.value) return problem.value ? <Unanswered page="popup" problem={problem} /> : null;
  const { status, tabId, enrolment, signIn } = shown.value;
  const here = { tabId, site: enrolment.site };
  const unlock = () =>
    attempt(async () => {
      await send('unlock.show', { tabId });
      window.close();
    });
  return (
    <main class="popup">
      <PopupHeader
        onManage={status.state === 'none' ? undefined : () => void manage()}
        onLock={open ? () => void attempt(() => send('vault.lock')) : undefined}
      />
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
        <OpenVault
          shown={shown.value}
          held={held.value}
          question={question}
          enrolling={enrolling}
          signing={signing}
          attempt={attempt}
          onCopy={copy}
          onManage={(place) => void manage(place)}
          onFault={onFault}
        />
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
            waiting={lockedSentence(signIn)}
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
