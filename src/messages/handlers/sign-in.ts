import { spellHost } from '../../origins/host-spelling.ts';
import { isMicrosoftSignIn } from '../../origins/microsoft.ts';
import { exactOrigin } from '../../origins/origin.ts';
import { liveAccounts } from '../../vault/accounts.ts';
import { viewIfOpen } from '../../vault/document-if-open.ts';
import type { Response } from '../protocol.ts';
import type { HandlersOf, Services } from '../services.ts';
import { rowOf } from './account-row.ts';
import { announced } from './announced.ts';

/** At Microsoft, all accounts are bound to the same site. */
const MOST_ACCOUNTS = 20;

export function signInHandlers(services: Services): HandlersOf<'signIn' | 'code'> {
  const { signIn, vault, releases, enrolment, clockDoubt, announceChange } = services;
  return {
    'signIn.field': (wanting, from) => signIn.field(wanting, from),
    'signIn.byHand': (wanting, from) => signIn.byHand(wanting, from),
    'signIn.push': async (wanting, from) => ({
      kind: (await signIn.push(wanting, from)) ? 'switch' : 'none',
    }),
    'signIn.stuck': ({ page }, from) => signIn.stuck(page, from),
    'signIn.attend': (_, { tabId }) => services.attend(tabId),
    'signIn.left': ({ page }, from) => signIn.left(page, from),
    'signIn.get': async ({ tabId }) => {
      const { codeAt: _, ...status } = await signIn.status(tabId);
      const [site, accounts, numberElsewhere, isPinned] = await Promise.all([
        siteOf(services, tabId),
        rowsOf(services, tabId),
        numberWithoutToolbar(services, tabId),
        services.isPinned(tabId),
      ]);
      return {
        ...status,
        shown: [...status.shown],
        ...(site ? { site } : {}),
        accounts,
        ...(numberElsewhere === undefined ? {} : { numberElsewhere }),
        isPinned,
      };
    },
    'signIn.fill': async ({ tabId, id }) => ({ outcome: await signIn.fill(tabId, id) }),
    'signIn.bind': ({ tabId, id, origin }) =>
      announced(signIn.bind(tabId, id, origin), announceChange),
    'signIn.boundHosts': async () => {
      const bound = liveAccounts(await vault.document()).flatMap(({ origins }) => origins);
      return [...new Set(bound)].flatMap((origin) => {
        const exact = exactOrigin(origin);
        return exact ? { host: exact.host } : [];
      });
    },
    'signIn.useCode': ({ tabId }) => signIn.useCode(tabId),
    'code.filled': async (_, { class: page, tabId }) => {
      // Not waited for: the user's sign-in does not depend on it.
      for (const id of await releases.filled(tabId))
        void vault.accountUsed(id).catch(() => undefined);
      // Who signs in again in the middle of it has not filled the wizard's field.
      if (page !== 'enrolment-page') return signIn.filled(tabId);
      await enrolment.filled(tabId);
      await services.showFilled(tabId);
    },
    'code.refused': async (wanting, from) => {
      const { tabId } = from;
      const accountId = await releases.refused(tabId);
      const isOurs = accountId !== undefined;
      if (from.class !== 'enrolment-page') await signIn.refused(wanting, from, isOurs);
      if (accountId === undefined) return;
      void vault.accountRefused(accountId).catch(() => undefined);
      await clockDoubt.raise(accountId);
      announceChange();
    },
  };
}

/** The number of the approval on show, where it is about another tab, whose window has neither button nor popup. */
async function numberWithoutToolbar(
  { approvals, hasToolbar }: Services,
  tabId: number,
): Promise<number | undefined> {
  const onShow = await approvals.numberOnShow();
  const isElsewhere = onShow && onShow.tabId !== tabId && !(await hasToolbar(onShow.tabId));
  return isElsewhere ? onShow.number : undefined;
}

async function rowsOf(
  { signIn, vault }: Services,
  tabId: number,
): Promise<Response<'signIn.get'>['accounts']> {
  const view = await viewIfOpen(vault);
  if (!view) return [];
  const { fitting, others } = await signIn.accounts(tabId);
  return [
    ...fitting.map((account) => ({ ...rowOf(account, view.uses), fits: true })),
    ...others.map((account) => ({ ...rowOf(account, view.uses), fits: false })),
  ].slice(0, MOST_ACCOUNTS);
}

/** The site of a tab as the user has to see it before an account is bound to it. */
async function siteOf(
  services: Services,
  tabId: number,
): Promise<Response<'signIn.get'>['site'] | undefined> {
  const exact = exactOrigin(await services.addressOf(tabId));
  if (!exact) return undefined;
  const { origin, host } = exact;
  const { ascii, unicode } = spellHost(host);
  return {
    origin,
    host: ascii,
    ...(unicode === undefined ? {} : { unicode }),
    isMicrosoft: isMicrosoftSignIn(origin),
    mayReach: await services.mayReach(origin),
  };
}
