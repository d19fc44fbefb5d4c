import { useSignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import { CodeList } from './code-list.tsx';
import type { AccountLabel } from './codes.ts';
import { OfferCard } from './offer-card.tsx';

interface Shown {
  readonly status: Response<'vault.status'>;
  readonly offer: Response<'enrolment.offer'>;
  readonly accounts: readonly AccountLabel[];
}

/** The toolbar popup: what this tab offers, and the codes. */
export function Popup() {
  const problem = useSignal('');
  const said = useSignal('');
  const { shown } = useAsked(ask, problem);

  const attempt = async (act: () => Promise<unknown>) => {
    try {
      problem.value = '';
      await act();
    } catch (error) {
      problem.value = errorSentence(error);
    }
  };
  const add = () => attempt(async () => send('enrolment.add', { tabId: await currentTabId() }));
  const unlock = () =>
    attempt(async () => {
      await send('unlock.show');
      window.close();
    });
  const copy = (account: AccountLabel, code: string) =>
    attempt(async () => {
      await navigator.clipboard.writeText(code);
      said.value = t('copied', account.account || account.issuer);
    });

  if (!shown.value) return problem.value ? <Warning>{problem.value}</Warning> : null;
  const { status, offer, accounts } = shown.value;
  return (
    <main class="popup">
      <header>
        <h1>{t('extensionName')}</h1>
        {status.state === 'open' && (
          <button type="button" class="quiet" onClick={() => attempt(() => send('vault.lock'))}>
            {t('lock')}
          </button>
        )}
      </header>
      {problem.value && <Warning>{problem.value}</Warning>}
      {status.damaged > 0 && <Warning>{t('damagedStates', `${status.damaged}`)}</Warning>}
      {!status.persistent && <Warning>{t('notPersistent')}</Warning>}
      {status.state === 'open' ? (
        <>
          <OfferCard offer={offer} onAdd={add} />
          {accounts.length > 0 ? (
            <CodeList
              accounts={accounts}
              onCopy={copy}
              onFault={(error) => {
                problem.value = errorSentence(error);
              }}
            />
          ) : (
            offer.kind === 'none' && <p class="quiet-text">{t('noAccounts')}</p>
          )}
        </>
      ) : (
        <section class="stack">
          <p>{t(status.state === 'none' ? 'welcome' : 'lockedExplained')}</p>
          <button type="button" class="primary" onClick={unlock}>
            {t(status.state === 'none' ? 'setUp' : 'unlock')}
          </button>
          {offer.kind === 'account' && <p class="quiet-text">{t('offerWaits')}</p>}
        </section>
      )}
      <p class="said" role="status">
        {said.value}
      </p>
    </main>
  );
}

async function ask(): Promise<Shown> {
  const [status, offer] = await Promise.all([
    send('vault.status'),
    currentTabId().then((tabId) => send('enrolment.offer', { tabId })),
  ]);
  return { status, offer, accounts: status.state === 'open' ? await send('accounts.list') : [] };
}

async function currentTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
