import type { Signal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { AccountPanel } from './account-panel.tsx';
import type { Shown } from './ask.ts';
import { CodeList } from './code-list.tsx';
import { enterAccount, enterAct, wantsCodeOf } from './enter-act.ts';
import { codesOf, type First } from './first.ts';
import { freshCode } from './fresh-code.ts';
import { isQuiet, isSilent } from './is-quiet.ts';
import {
  AccountChooser,
  BindCard,
  ClockDoubtCard,
  EnrolmentPanel,
  FirstAccount,
  needsSignIn,
  SignInPanel,
  UnverifiedCard,
} from './late-parts.ts';
import { type Site, signInCards } from './sign-in-cards.ts';
import type { EnrolmentActs } from './use-enrolment.ts';
import { UseHere } from './use-here.tsx';
import { useShownCode } from './use-shown-code.ts';
import type { SignInActs } from './use-sign-in.ts';

interface Props {
  readonly first: First;
  readonly shown: Shown;
  readonly held: HeldAccounts | undefined;
  readonly question: Signal<AccountQuestion>;
  readonly enrolling: EnrolmentActs;
  readonly signing: SignInActs;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly onCopy: (account: AccountRow, code: string) => Promise<void>;
  readonly onPin: (account: AccountRow) => void;
  readonly onManage: (place: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** What this tab offers, and the codes; or, on the way to a site's first code, that step alone. */
export function OpenVault(props: Props) {
  const { first, shown, held, question, enrolling, signing, attempt, onCopy, onFault } = props;
  const { onPin, onManage } = props;
  const { status, tabId, enrolment, signIn, groups } = shown;
  const { site, state } = signIn;
  const shownCode = useShownCode(shown.hideCodes);
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
          groups={groups}
          question={question}
          onChoose={(chosen) => signing.choose(here, chosen)}
          onCancel={signing.leaveChoice}
        />
      );
    }
  }

  const isEmpty = held?.total === 0 && held.query === '' && !held.filter;
  const hasAccounts = held !== undefined && !isEmpty;
  const isWanted = ({ id }: AccountRow) => wantsCodeOf(signIn, id);
  const fill = ({ id }: AccountRow) => {
    if (site) void signing.fill({ tabId, site, state }, id);
  };
  const enter = (found: HeldAccounts, goToList: () => void) => {
    const account = enterAccount(signIn, found.query, found.accounts);
    if (!account) return;
    switch (enterAct(account, signIn, shownCode.isHidden(account))) {
      case 'fill':
        return fill(account);
      case 'show':
        return shownCode.show(account);
      case 'copy':
        return void attempt(async () => onCopy(account, await freshCode(account)));
      case 'go':
        return goToList();
    }
  };
  const useHere = (on: Site) => (account: AccountRow) => {
    signing.beginChoice(on);
    signing.choose({ tabId, site: on, state }, account);
  };
  const here = { tabId, site: enrolment.site };
  // Of the one that is driven here, the card of the drive says more.
  const driven = enrolment.drive ? enrolment.added?.id : undefined;
  const unverified = shown.unverified.filter(({ id }) => id !== driven);
  const isHere = !isSilent(enrolment) || enrolling.foundNothing.value !== undefined;
  // Where nobody wants a code, what the page is about comes first.
  const isEnrolling = signIn.wants === 'nothing' && !isQuiet(enrolment);
  const given = () => codesOf(first);
  const signInPanel = needsSignIn(signIn) && (
    <SignInPanel
      tabId={tabId}
      signIn={signIn}
      acts={signing}
      canChoose={hasAccounts}
      given={given}
      shownCode={shownCode}
      onCopy={(account, code) => void onCopy(account, code)}
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
      {isHere && (
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
      )}
      {isEnrolling && signInPanel}
      {unverified.length > 0 && (
        <UnverifiedCard
          accounts={unverified}
          onFinish={enrolling.finish}
          onRemove={enrolling.remove}
        />
      )}
      {hasAccounts && (
        <AccountPanel held={held} question={question} groups={groups} onEnter={enter}>
          {(keys) => (
            <CodeList
              held={held}
              question={question}
              given={given}
              shownCode={shownCode}
              isWanted={isWanted}
              onFill={fill}
              onCopy={(account, code) => void onCopy(account, code)}
              onPin={onPin}
              onUseHere={site && useHere(site)}
              onFault={onFault}
              {...keys}
            />
          )}
        </AccountPanel>
      )}
      {isEmpty && (
        <FirstAccount
          isScanning={enrolling.isScanning.value}
          onScan={() => void enrolling.scan(here)}
          onStart={enrolling.start}
          onAddOtherwise={() => onManage('#add')}
        />
      )}
      {site && hasAccounts && !signInCards(signIn).card && isQuiet(enrolment) && (
        <UseHere host={site.host} isOneMore={false} onChoose={() => signing.beginChoice(site)} />
      )}
    </>
  );
}
