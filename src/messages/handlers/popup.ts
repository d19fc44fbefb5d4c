import { documentIfOpen } from '../../vault/document-if-open.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Response } from '../protocol.ts';
import type { Handlers } from '../router.ts';
import type { HandlersOf, Services } from '../services.ts';

/** The handlers whose answers make up what the popup shows. */
type Parts = Pick<
  Handlers,
  | 'vault.status'
  | 'enrolment.get'
  | 'signIn.get'
  | 'accounts.list'
  | 'accounts.codes'
  | 'accounts.unverified'
>;

type Opened = Response<'popup.open'>;

/** What the popup shows of the accounts, whatever the tab's page has to say. */
export type FirstScreen = Pick<
  Opened,
  'total' | 'accounts' | 'unverified' | 'groups' | 'hideCodes'
>;

const CLOSED: FirstScreen = {
  total: 0,
  accounts: [],
  unverified: [],
  groups: [],
  hideCodes: false,
};

export function popupHandlers(services: Services, parts: Parts): HandlersOf<'popup'> {
  const { vault, announceChange } = services;
  return {
    'popup.open': async ({ tabId, count }, popup) => {
      const [status, enrolment, signIn] = await Promise.all([
        parts['vault.status'](undefined, popup),
        parts['enrolment.get']({ tabId }, popup),
        parts['signIn.get']({ tabId }, popup),
      ]);
      const screen = await firstScreen(vault, parts, count);
      // Locked between two turns of the vault: the page is told, and asks again.
      if (!screen) return { status, enrolment, signIn, ...CLOSED, codes: [] };
      const ids = [...screen.accounts, ...signIn.accounts.slice(0, count)].map(({ id }) => id);
      const codes =
        // Hidden, nobody sees them before he asks for one.
        screen.hideCodes || count === 0
          ? []
          : await parts['accounts.codes']({ ids: [...new Set(ids)] }, popup);
      return { status, enrolment, signIn, ...screen, codes };
    },
    'popup.hideCodes': async ({ hidden }) => {
      await vault.setSettings({ hideCodes: hidden });
      announceChange();
    },
  };
}

/** Undefined where the vault is not open. @param count accounts at most */
export async function firstScreen(
  vault: Vault,
  parts: Pick<Parts, 'accounts.list' | 'accounts.unverified'>,
  count: number,
): Promise<FirstScreen | undefined> {
  const document = await documentIfOpen(vault);
  if (!document) return undefined;
  // Neither asks who it is that asks.
  const [{ total, accounts }, unverified] = await Promise.all([
    parts['accounts.list']({ query: '', from: 0, count }, undefined as never),
    parts['accounts.unverified'](undefined, undefined as never),
  ]);
  const groups = document.groups.map(({ id, name }) => ({ id, name }));
  return { total, accounts, unverified, groups, hideCodes: document.settings.hideCodes };
}
