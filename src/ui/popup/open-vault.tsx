import type { Signal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { ClockDoubtCard } from '../clock-doubt-card.tsx';
import { t } from '../i18n.ts';
import { AccountChooser } from './account-chooser.tsx';
import { AccountPanel } from './account-panel.tsx';
import type { Shown } from './ask.ts';
import { BindCard } from './bind-card.tsx';
import { CodeList } from './code-list.tsx';
import { EnrolmentPanel } from './enrolment-panel.tsx';
import { PopupActions } from './popup-actions.tsx';
import { signInCards } from './sign-in-cards.ts';
import { SignInPanel } from './sign-in-panel.tsx';
import { UnverifiedCard } from './unverified-card.tsx';
import type { EnrolmentActs } from './use-enrolment.ts';
import { UseHere } from './use-here.tsx';
import type { SignInActs } from './use-sign-in.ts';

interface Props {
  readonly shown: Shown;
  readonly held: HeldAccounts | undefined;
  readonly question: Signal<AccountQuestion>;
  readonly enrolling: EnrolmentActs;
  readonly signing: SignInActs;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onManage: (place: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** What this tab offers, and the codes; or, on the way to a site's first code, that step alone. */
export function OpenVault(props: Props) {
  const { shown, held, question, enrolling, signing, attempt, onCopy, onManage, onFault } = props;
  const { status, tabId, enrolment, signIn } = shown;
  const { site, state } = signIn;
  const choice = signing.choice.value;
  // Of a site that the tab has left, nothing is chosen any more.
  if (site && choice?.origin === site.origin) {
    const here = { tabId, site, state };
    if (choice.chosen) {
      const { account, lookAlikes } = choice.chosen;
      return (
        <BindCard
          key={account.id}
          site={site}
          lookAlikes={lookAlikes}
          account={account}
          onConfirm={() => signing.bind(here, account)}
          onCopy={() => void signing.copyOnly(account)}
          onCancel={signing.leaveChoice}
        />
      );
    }
    if (held) {
      return (
        <AccountChooser
          host={site.host}
          held={held}
          question={question}
          onChoose={(chosen) => signing.choose(here, chosen)}
          onCancel={signing.leaveChoice}
        />
      );
    }
  }

  const hasAccounts = held !== undefined && (held.total > 0 || held.query !== '');
  const here = { tabId, site: enrolment.site };
  // Of the one that is driven here, the card of the drive says more.
  const driven = enrolment.drive ? enrolment.added?.id : undefined;
  // Where nobody wants a code, what the page is about comes first.
  const isEnrolling = signIn.wants === 'nothing' && !isQuiet(enrolment);
  const signInPanel = (
    <SignInPanel
      tabId={tabId}
      signIn={signIn}
      acts={signing}
      canChoose={hasAccounts}
      onCopy={onCopy}
      onFault={onFault}
    />
  );
  return (
    <>
      {status.clockDoubt !== undefined && (
        <ClockDoubtCard
          check={
            <button type="button" id="check-clock" onClick={() => onManage('#clock')}>
              {t('clockDoubtCheck')}
            </button>
          }
          onDismiss={() => attempt(() => send('clock.looked'))}
        />
      )}
      {!isEnrolling && signInPanel}
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
      {isEnrolling && signInPanel}
      <UnverifiedCard
        accounts={shown.unverified.filter(({ id }) => id !== driven)}
        onFinish={enrolling.finish}
        onRemove={enrolling.remove}
      />
      {hasAccounts && (
        <AccountPanel held={held} question={question}>
          {(keys) => (
            <CodeList held={held} question={question} onCopy={onCopy} onFault={onFault} {...keys} />
          )}
        </AccountPanel>
      )}
      {held?.total === 0 && held.query === '' && isQuiet(enrolment) && (
        <p class="quiet-text">{t('noAccounts')}</p>
      )}
      {site && hasAccounts && !signInCards(signIn).card && isQuiet(enrolment) && (
        <UseHere host={site.host} isOneMore={false} onChoose={() => signing.beginChoice(site)} />
      )}
      <PopupActions
        isScanning={enrolling.isScanning.value}
        onScan={() => enrolling.scan(here)}
        onStart={enrolling.start}
        onAddOtherwise={() => onManage('#add')}
      />
    </>
  );
}

/** The page has nothing to say. */
function isQuiet({ findings, drive, added, canEnrol }: Shown['enrolment']): boolean {
  return findings.length === 0 && !drive && !added && !canEnrol;
}
