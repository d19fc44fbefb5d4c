import { findBoundAccount } from '../../origins/bound-account.ts';
import { tenantOfSignIn } from '../../origins/microsoft.ts';
import type { HandlersOf, Services } from '../services.ts';
import { releaseTo } from './release-to.ts';

export function releaseHandlers(services: Services): HandlersOf<'signIn' | 'code'> {
  const { releases, enrolment, clockDoubt } = services;
  return {
    'signIn.code': async ({ account, tenant }, { origin, url, tabId }) => {
      const asking = { origin, account, tenant: tenantOfSignIn(url) ?? tenant };
      return releaseTo(services, tabId, (accounts) => findBoundAccount(accounts, asking));
    },
    'code.filled': async (_, { class: page, tabId }) => {
      await releases.filled(tabId);
      // Who signs in again in the middle of it has not filled the wizard's field.
      if (page === 'enrolment-page') await enrolment.filled(tabId);
      await services.showFilled(tabId);
    },
    'code.refused': async (_, { tabId }) => {
      const accountId = await releases.refused(tabId);
      if (accountId === undefined) return;
      await clockDoubt.raise(accountId);
      services.announceChange();
    },
  };
}
