import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Fault, type FaultCode } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { accountName } from '../account-name.ts';
import { type AccountRow, useAccounts } from '../accounts/use-accounts.ts';
import { addedSentence } from '../added-sentence.ts';
import { changeSentence } from '../change-sentence.ts';
import { ClockDoubtCard } from '../clock-doubt-card.tsx';
import { copyCode } from '../copy-code.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Said, Warning } from '../notice.tsx';
import { StatusNotices } from '../status-notices.tsx';
import { Unanswered } from '../unanswered.tsx';
import { useAsked } from '../use-asked.ts';
import { useAttempt } from '../use-attempt.ts';
import { AccountPanel } from './account-panel.tsx';
import { ClosedVault } from './closed-vault.tsx';
import { OfferCard } from './offer-card.tsx';
import { openManager } from './open-manager.ts';
import { FIRST_QUESTION } from './use-view.ts';

interface Shown {
  readonly status: Response<'vault.status'>;
  readonly offer: Response<'enrolment.offer'>;
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

  const add = () =>
    attempt(async () => {
      const added = await send('enrolment.add', { tabId: await currentTabId() });
      said.value = added.kind === 'added' ? '' : addedSentence(added);
      changed.value = added.kind === 'added' || added.restored;
    });
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
  // Nothing of the vault stays behind, not even what was typed to find it.
  useLayoutEffect(() => {
    if (open) return;
    said.value = '';
    changed.value = false;
    held.value = undefined;
    question.value = FIRST_QUESTION;
  }, [open, said, changed, held, question]);

  if (!shown.value) return problem.value ? <Unanswered page="popup" problem={problem} /> : null;
  const { status, offer } = shown.value;
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
          <OfferCard offer={offer} onAdd={add} />
          {held.value && (held.value.total > 0 || held.value.query !== '') && (
            <AccountPanel held={held.value} question={question} onCopy={copy} onFault={onFault} />
          )}
          {held.value?.total === 0 && held.value.query === '' && offer.kind === 'none' && (
            <p class="quiet-text">{t('noAccounts')}</p>
          )}
        </>
      ) : (
        <ClosedVault state={status.state} offerWaits={offer.kind === 'account'} onUnlock={unlock} />
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

async function ask(): Promise<Shown> {
  const [status, offer] = await Promise.all([
    send('vault.status'),
    currentTabId().then((tabId) => send('enrolment.offer', { tabId })),
  ]);
  return { status, offer };
}

async function currentTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
