import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Fault, type FaultCode } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import { accountName } from '../account-name.ts';
import { type AccountRow, useAccounts } from '../accounts/use-accounts.ts';
import { copyCode } from '../copy-code.ts';
import { isAccount } from '../enrolment/finding.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Said, Warning } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import { useAttempt } from '../use-attempt.ts';
import { ask, askAll } from './ask.ts';
import { type First, heldOf, shownOf } from './first.ts';
import {
  ClosedVault,
  DriveCard,
  needsNotices,
  StatusNotices,
  Unanswered,
  UndoButton,
} from './late-parts.ts';
import { openManager } from './open-manager.ts';
import { OpenVault } from './open-vault.tsx';
import { PopupHeader } from './popup-header.tsx';
import { lockedSentence } from './sign-in-sentence.ts';
import { useActiveTab } from './use-active-tab.ts';
import { useEnrolment } from './use-enrolment.ts';
import { useSignIn } from './use-sign-in.ts';
import { FIRST_QUESTION } from './use-view.ts';

const OUTDATED: readonly FaultCode[] = ['locked', 'unknown-account'];

interface Props {
  /** Over a tab, or beside whichever one is in front. */
  readonly place: 'popup' | 'panel';
  readonly first: First;
}

/** The toolbar popup: what this tab offers, and the codes. */
export function Popup({ place, first }: Props) {
  const { problem, attempt } = useAttempt();
  const said = useSignal('');
  /** The last change is this popup's own: only then it offers to take it back. */
  const changed = useSignal(false);
  const { shown, refresh } = useAsked(ask, problem, () => first.answer && shownOf(first.answer));
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
  const { question, held } = useAccounts(FIRST_QUESTION, onFault, () => heldOf(first.answer));
  useEffect(() => {
    const isGiven = first.answer !== undefined;
    first.answer = undefined;
    if (!isGiven) return;
    // What memory gave may be out of date; and what changed before this page could hear of it was told to nobody.
    const atFirst = held.peek();
    void refresh(async () => {
      const answer = await askAll().catch(() => undefined);
      if (!answer) return ask();
      // Where the user has gone on meanwhile, or something changed, the accounts come by themselves.
      if (question.peek() === FIRST_QUESTION && held.peek() === atFirst) {
        held.value = heldOf(answer);
      }
      return shownOf(answer);
    });
  }, [first, refresh, held, question]);

  const onLeave = () => {
    if (place === 'popup') window.close();
  };
  const enrolling = useEnrolment({ attempt, said, changed, onLeave });
  const signing = useSignIn({ attempt, refresh, said, changed, question, onLeave });
  const undo = () =>
    attempt(async () => {
      await send('vault.undo');
      said.value = t('undoneSaid');
      changed.value = false;
    });
  const copy = (account: AccountRow, code: string) =>
    attempt(async () => {
      // Else a second copy would not be read out: the sentence is the same.
      said.value = '';
      await copyCode(account, code);
      said.value = t('copied', account.account || accountName(account));
    });
  const pin = ({ id, pinned }: AccountRow) =>
    void attempt(async () => {
      await send('accounts.pin', { ids: [id], pinned: !pinned });
      changed.value = true;
    });
  const manage = (at = '') => void attempt(() => openManager(at, onLeave));

  const open = shown.value?.status.state === 'open';
  const { forget: forgetEnrolling } = enrolling;
  const { forget: forgetSigning } = signing;
  useActiveTab({
    isBeside: place === 'panel',
    tabId: shown.value?.tabId,
    refresh,
    onElsewhere: () => {
      said.value = '';
      problem.value = '';
      if (signing.choice.value) signing.leaveChoice();
      forgetEnrolling();
      forgetSigning();
    },
  });
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
  const { status, tabId, enrolment, signIn, hideCodes } = shown.value;
  const here = { tabId, site: enrolment.site };
  const unlock = () =>
    attempt(async () => {
      await send('unlock.show', { tabId });
      onLeave();
    });
  return (
    <main class="popup" data-place={place}>
      <PopupHeader
        onManage={status.state === 'none' ? undefined : () => manage()}
        isEmpty={held.value?.total === 0 && held.value.query === '' && !held.value.filter}
        acts={
          open
            ? {
                isScanning: enrolling.isScanning.value,
                hidesCodes: hideCodes,
                onScan: () => void enrolling.scan(here),
                onStart: enrolling.start,
                onAddOtherwise: () => manage('#add'),
                onHideCodes: (hidden) => void attempt(() => send('popup.hideCodes', { hidden })),
                onLock: () => void attempt(() => send('vault.lock')),
              }
            : undefined
        }
      />
      {problem.value && <Warning>{problem.value}</Warning>}
      {needsNotices(status) && (
        <StatusNotices
          status={status}
          damagedLink={
            <button type="button" onClick={() => manage('#damaged')}>
              {t('damagedShow')}
            </button>
          }
        />
      )}
      {status.state === 'open' ? (
        <OpenVault
          first={first}
          shown={shown.value}
          held={held.value}
          question={question}
          enrolling={enrolling}
          signing={signing}
          attempt={attempt}
          onCopy={copy}
          onPin={pin}
          onManage={manage}
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
        {changed.value && status.undo && <UndoButton change={status.undo} onUndo={undo} />}
      </footer>
    </main>
  );
}
