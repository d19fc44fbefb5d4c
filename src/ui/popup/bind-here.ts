import { send } from '../../messages/client.ts';
import { askForSite } from '../site-permission.ts';
import type { Site } from './sign-in-cards.ts';

export interface Binding {
  readonly bound: Promise<void>;
  /** Whether codes may be filled in at the site without the user; undefined where nothing has to be asked. */
  readonly allowed: Promise<boolean> | undefined;
}

/**
 * Gives an account's codes to a site, and asks the browser for it. Both begin in the user's click, which the question
 * needs; the question last, since it may close the popup before it is answered.
 */
export function bindHere(tabId: number, id: string, site: Site): Binding {
  const bound = send('signIn.bind', { tabId, id, origin: site.origin });
  const isOpen = site.isMicrosoft || site.mayReach;
  return { bound, allowed: isOpen ? undefined : askForSite(site.origin) };
}
