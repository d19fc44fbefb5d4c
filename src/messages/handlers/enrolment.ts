import { showHeld } from '../../enrolment/shown.ts';
import { releaseTo } from '../../sign-in/release-to.ts';
import { liveAccounts } from '../../vault/accounts.ts';
import { documentIfOpen } from '../../vault/document-if-open.ts';
import type { HandlersOf, Services } from '../services.ts';
import { describeAdded } from './accounts.ts';
import { announced } from './announced.ts';

export function enrolmentHandlers(services: Services): HandlersOf<'enrolment'> {
  const { enrolment, vault, scanTab, announceChange } = services;
  return {
    'enrolment.get': async ({ tabId }) =>
      showHeld(await enrolment.held(tabId), await documentIfOpen(vault)),
    'enrolment.add': async ({ tabId, accountKind, ...confirmed }) =>
      describeAdded(
        await announced(enrolment.add(tabId, { ...confirmed, kind: accountKind }), announceChange),
      ),
    'enrolment.scan': async ({ tabId }) => ({ found: await scanTab(tabId) }),
    'enrolment.start': ({ kind }) => enrolment.start(kind),
    'enrolment.drive': ({ tabId }) => enrolment.drive(tabId),
    'enrolment.stop': ({ tabId }) => enrolment.stop(tabId),
    'enrolment.dismiss': ({ tabId }) => enrolment.dismiss(tabId),
    'enrolment.finish': ({ id }) => enrolment.finish(id),
    'enrolment.seen': ({ pictures }, page) => enrolment.seen(pictures, page),
    'enrolment.observed': (observation, page) => enrolment.observed(observation, page),
    'enrolment.code': async (_, { tabId }) => {
      const accountId = await enrolment.addedAccount(tabId);
      const document = await documentIfOpen(vault);
      const account = document && liveAccounts(document).find(({ id }) => id === accountId);
      // A counter must not move because a page asks.
      if (!account || account.credential.type === 'hotp') return { kind: 'none' };
      const released = await releaseTo(services, account, { tabId }, document.settings);
      return released.kind === 'code'
        ? { kind: 'code', code: released.code, submit: false }
        : released;
    },
    'enrolment.left': (_, { tabId }) => enrolment.left(tabId),
  };
}
