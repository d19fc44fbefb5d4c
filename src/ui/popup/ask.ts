import { browser } from 'wxt/browser';
import { Fault } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import type { SignInHere } from './sign-in-cards.ts';

/** What the popup shows. */
export interface Shown {
  readonly status: Response<'vault.status'>;
  readonly tabId: number;
  readonly enrolment: Response<'enrolment.get'>;
  readonly signIn: SignInHere;
  readonly unverified: Response<'accounts.unverified'>;
}

/** All that the popup asks for before it shows anything. */
export async function ask(): Promise<Shown> {
  const [status, here, unverified] = await Promise.all([
    send('vault.status'),
    currentTabId().then(askOfTab),
    send('accounts.unverified').catch(noneWhileLocked),
  ]);
  return { status, ...here, unverified };
}

async function askOfTab(tabId: number): Promise<Pick<Shown, 'tabId' | 'enrolment' | 'signIn'>> {
  const [enrolment, signIn] = await Promise.all([
    send('enrolment.get', { tabId }),
    send('signIn.get', { tabId }),
  ]);
  return { tabId, enrolment, signIn };
}

function noneWhileLocked(error: unknown): [] {
  if (error instanceof Fault && error.code === 'locked') return [];
  throw error;
}

async function currentTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
