import { describeOffer } from '../../enrolment/offer.ts';
import type { HandlersOf, Services } from '../services.ts';
import { describeAdded } from './accounts.ts';
import { releaseTo } from './release-to.ts';

export function enrolmentHandlers(services: Services): HandlersOf<'enrolment'> {
  const { enrolment } = services;
  return {
    'enrolment.offer': async ({ tabId }) => describeOffer(await enrolment.offer(tabId)),
    'enrolment.add': async ({ tabId }) => describeAdded(await enrolment.add(tabId)),
    'enrolment.seen': ({ pictures }, page) => enrolment.seen(pictures, page),
    'enrolment.code': async (_, { tabId }) => {
      const accountId = await enrolment.addedAccount(tabId);
      return releaseTo(services, tabId, (accounts) => accounts.find(({ id }) => id === accountId));
    },
    'enrolment.left': (_, { tabId }) => enrolment.left(tabId),
  };
}
