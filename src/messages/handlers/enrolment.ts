import { showHeld } from '../../enrolment/shown.ts';
import type { HandlersOf, Services } from '../services.ts';
import { describeAdded } from './accounts.ts';
import { announced } from './announced.ts';
import { documentIfOpen, releaseTo } from './release-to.ts';

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
      return releaseTo(services, tabId, (accounts) => accounts.find(({ id }) => id === accountId));
    },
    'enrolment.left': (_, { tabId }) => enrolment.left(tabId),
  };
}
