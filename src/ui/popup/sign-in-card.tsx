import type { ComponentChildren } from 'preact';
import { visibleText } from '../../qr/visible-text.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { listed } from '../listed.ts';
import { AccountCode } from './account-code.tsx';
import { BoundAccountRow } from './bound-account-row.tsx';
import { addedWhereAlike, placeInCard } from './bound-names.ts';
import { type AccountCode as Answer, isTimed } from './codes.ts';
import { HostReading } from './host-reading.tsx';
import { bestAccount, rowsOnTop, type SignInHere, type Site } from './sign-in-cards.ts';
import { type Outcome, signInSentence } from './sign-in-sentence.ts';
import { useCodes } from './use-codes.ts';
import { useNextCode } from './use-next-code.ts';
import type { ShownCode } from './use-shown-code.ts';

/** Characters; an address comes from the page, and may be of any length. */
const LONGEST_ADDRESS = 120;

interface Props {
  readonly signIn: SignInHere;
  readonly site: Site;
  readonly outcome: Outcome | undefined;
  /** A fill is under way. */
  readonly isFilling: boolean;
  readonly given: () => readonly Answer[];
  readonly shownCode: ShownCode;
  readonly onFill: (id: string) => void;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onFault: (error: unknown) => void;
  /** What else can be done about the site. */
  readonly children: ComponentChildren;
}

/** The site of the tab, what its page shows, and the accounts whose codes may go into it. */
export function SignInCard(props: Props) {
  const { signIn, site, outcome, isFilling, given, shownCode, onFill, onCopy, onFault, children } =
    props;
  const { host, unicode } = site;
  const accounts = rowsOnTop(signIn, outcome?.accountId);
  const { codes, now } = useCodes(
    accounts.filter(isTimed).filter((account) => !shownCode.isHidden(account)),
    onFault,
    given,
  );
  const { codeOf, next } = useNextCode(onFault);
  const added = addedWhereAlike(accounts);
  const best = bestAccount(signIn);
  const someFitNot = signIn.accounts.some(({ fits }) => !fits);
  return (
    <section
      class="notice sign-in stack"
      id="sign-in"
      data-state={signIn.state}
      aria-labelledby="sign-in-title"
    >
      <h2 id="sign-in-title" tabIndex={-1}>
        {t('signInAt', host)}
      </h2>
      <HostReading unicode={unicode} />
      {signIn.shown.length > 0 && (
        <p class="small">
          {t('pageShows')} <bdi>{visibleText(listed(signIn.shown), LONGEST_ADDRESS)}</bdi>
        </p>
      )}
      <p role="status" class="sign-in-state">
        {signInSentence(signIn, outcome)}
      </p>
      {accounts.length > 0 && (
        <ul class="bound-accounts">
          {accounts.map((account) => (
            <BoundAccountRow
              key={account.id}
              account={account}
              added={added.get(account.id)}
              isMarked={account.fits && someFitNot}
              isBest={account.id === best?.id}
              isFilling={isFilling}
              onFill={() => onFill(account.id)}
            >
              <AccountCode
                account={account}
                answer={codes.value.get(account.id)}
                now={now.value}
                counterCode={codeOf(account)}
                place={placeInCard(added.get(account.id), host)}
                isHidden={shownCode.isHidden(account)}
                isNextWanted={false}
                isWanted={false}
                onCopy={onCopy}
                onShow={shownCode.show}
                onNext={next}
              />
            </BoundAccountRow>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
