import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { ApprovalNumberCard } from './approval-number-card.tsx';
import type { AccountCode } from './codes.ts';
import { PushCard } from './push-card.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { type SignInHere, signInCards } from './sign-in-cards.ts';
import { UseHere } from './use-here.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import type { ShownCode } from './use-shown-code.ts';
import type { SignInActs } from './use-sign-in.ts';
import './sign-in-panel.css';

interface Props {
  readonly tabId: number;
  readonly signIn: SignInHere;
  readonly acts: SignInActs;
  /** There is an account that could be chosen. */
  readonly canChoose: boolean;
  readonly given: () => readonly AccountCode[];
  readonly shownCode: ShownCode;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** All that is to be said about signing in on this tab's page. */
export function SignInPanel(props: Props) {
  const { tabId, signIn, acts, canChoose, given, shownCode, onCopy, onFault } = props;
  useKeptFocus('#sign-in', '#sign-in-title');
  const { site, state } = signIn;
  const { card, number, canAllow } = signInCards(signIn);
  const others = site && canChoose && (
    <UseHere
      host={site.host}
      isOneMore={signIn.accounts.length > 0}
      onChoose={() => acts.beginChoice(site)}
    />
  );
  return (
    <>
      {number && <ApprovalNumberCard {...number} />}
      {card === 'push' && (
        <PushCard signIn={signIn} onUseCode={() => void acts.useCode(tabId)}>
          {others}
        </PushCard>
      )}
      {card === 'fill' && site && (
        <SignInCard
          signIn={signIn}
          site={site}
          outcome={acts.outcome.value}
          isFilling={acts.isFilling.value}
          given={given}
          shownCode={shownCode}
          onFill={(id) => void acts.fill({ tabId, site, state }, id)}
          onCopy={onCopy}
          onFault={onFault}
        >
          {canAllow && (
            <div class="allow">
              <p class="small">{t('allowExplained')}</p>
              <button type="button" id="allow-site" onClick={() => void acts.allow(site)}>
                {t('allowOn', site.host)}
              </button>
            </div>
          )}
          {others}
        </SignInCard>
      )}
    </>
  );
}
