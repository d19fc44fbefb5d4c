import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';
import { type FillOutcome, FillOutcomeSchema } from '../messages/envelope.ts';
import { FILL } from '../messages/told.ts';
import { isMicrosoftSignIn } from '../origins/microsoft.ts';

/**
 * Tells the page of a tab that the user wants a code there, and gives what came of it. A page without our script gets it
 * first, which the browser allows where the user has just acted on the tab, or has granted the site.
 *
 * @param origin of the tab's page
 * @throws Fault `page-not-readable` where the browser keeps us out
 */
export async function askPage(tabId: number, origin: string): Promise<FillOutcome> {
  const answer = await tell(tabId).catch(async () => {
    await inject(tabId, origin);
    return tell(tabId);
  });
  const parsed = v.safeParse(FillOutcomeSchema, answer);
  return parsed.success ? parsed.output.outcome : 'no-field';
}

function tell(tabId: number): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, FILL, { frameId: 0 });
}

async function inject(tabId: number, origin: string): Promise<void> {
  const file = isMicrosoftSignIn(origin) ? '/content-scripts/sign-in.js' : '/attend-site.js';
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  } catch {
    throw new Fault('page-not-readable', 'the browser does not let extensions into this page');
  }
}
