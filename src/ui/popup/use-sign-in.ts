import { type Signal, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import { accountName } from '../account-name.ts';
import type { AccountQuestion, AccountRow } from '../accounts/use-accounts.ts';
import { copyCode } from '../copy-code.ts';
import { t } from '../i18n.ts';
import { askForSite } from '../site-permission.ts';
import { bindHere } from './bind-here.ts';
import { freshCode } from './fresh-code.ts';
import { findLookAlikes, type SpelledHost } from './look-alikes.ts';
import type { SignInHere, Site } from './sign-in-cards.ts';
import type { Outcome } from './sign-in-sentence.ts';
import { FIRST_QUESTION } from './use-view.ts';

interface Surroundings {
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  /** Asks anew for all that the popup shows. */
  readonly refresh: () => Promise<void>;
  readonly said: Signal<string>;
  /** Whether the last change is one of this popup. */
  readonly changed: Signal<boolean>;
  readonly question: Signal<AccountQuestion>;
  /** Where to look is elsewhere now: a popup closes. */
  readonly onLeave: () => void;
}

/** The tab that the popup is about, as it is on show. */
interface SignInTab {
  readonly tabId: number;
  readonly site: Site;
  readonly state: SignInHere['state'];
}

/** On the way to an account that is not bound to the site yet; without an account, it is being chosen. */
interface Choice {
  readonly origin: string;
  readonly chosen:
    | { readonly account: AccountRow; readonly lookAlikes: readonly SpelledHost[] }
    | undefined;
}

/** What the popup's buttons do about signing in. */
export function useSignIn({ attempt, refresh, said, changed, question, onLeave }: Surroundings) {
  const choice = useSignal<Choice | undefined>(undefined);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const isFilling = useSignal(false);

  /** Whatever failed may have failed since the tab is elsewhere by now. */
  const attemptHere = (act: () => Promise<unknown>) =>
    attempt(async () => {
      try {
        await act();
      } catch (error) {
        void refresh();
        throw error;
      }
    });

  const leaveChoice = () => {
    choice.value = undefined;
    question.value = FIRST_QUESTION;
  };

  const fillNow = async ({ tabId, site, state }: SignInTab, id: string): Promise<boolean> => {
    isFilling.value = true;
    outcome.value = undefined;
    try {
      const { outcome: came } = await send('signIn.fill', { tabId, id });
      outcome.value = { outcome: came, accountId: id, origin: site.origin, state };
      return came === 'filled';
    } finally {
      isFilling.value = false;
    }
  };

  const fill = (here: SignInTab, id: string) =>
    attemptHere(async () => {
      // Over the page that was filled just now, the popup is in the way.
      if (await fillNow(here, id)) onLeave();
    });

  const bind = async (here: SignInTab, account: AccountRow) => {
    const { host } = here.site;
    // Before anything else: it is the click that lets us ask.
    const { bound, allowed } = bindHere(here.tabId, account.id, here.site);
    await attemptHere(async () => {
      await bound;
      changed.value = true;
      const sentence = t('boundSaid', accountName(account), host);
      said.value = sentence;
      leaveChoice();
      // The browser may close the popup while it asks.
      const isFilled = await fillNow(here, account.id);
      if ((await allowed) === false) said.value = t('inTurn', sentence, t('allowRefused', host));
      else if (isFilled) onLeave();
    });
  };

  const choose = (here: SignInTab, account: AccountRow) => {
    if (account.origins.includes(here.site.origin)) {
      leaveChoice();
      void fill(here, account.id);
    } else {
      void attemptHere(async () => {
        const { origin, host } = here.site;
        const chosen = { account, lookAlikes: await findLookAlikes(host) };
        // He may have left it meanwhile.
        if (choice.peek()) choice.value = { origin, chosen };
      });
    }
  };

  const copyOnly = (account: AccountRow) =>
    attemptHere(async () => {
      await copyCode(account, await freshCode(account));
      said.value = t('copied', account.account || accountName(account));
      leaveChoice();
    });

  const allow = async ({ host, origin }: Site) => {
    const allowed = askForSite(origin);
    await attempt(async () => {
      said.value = t((await allowed) ? 'allowGranted' : 'allowRefused', host);
      await refresh();
    });
  };

  const forget = useCallback(() => {
    choice.value = undefined;
    outcome.value = undefined;
  }, [choice, outcome]);

  return {
    choice,
    outcome,
    isFilling,
    forget,
    fill,
    bind,
    choose,
    copyOnly,
    allow,
    leaveChoice,
    beginChoice: ({ origin }: Site) => {
      question.value = FIRST_QUESTION;
      choice.value = { origin, chosen: undefined };
    },
    useCode: (tabId: number) => attemptHere(() => send('signIn.useCode', { tabId })),
  };
}

export type SignInActs = ReturnType<typeof useSignIn>;
