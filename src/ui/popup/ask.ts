import { FIRST_COUNT } from '../../glance/stored.ts';
import { readReply, send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { activeTab, type Early } from './early.ts';

/** What the popup shows; codes and accounts are those of its first screen. */
export interface Shown extends Response<'popup.open'> {
  readonly tabId: number;
}

/** All that the popup shows but the accounts, of which it holds others by now. */
export function ask(): Promise<Shown> {
  return askFor(0);
}

/** The same with the accounts of its first screen. */
export function askAll(): Promise<Shown> {
  return askFor(FIRST_COUNT);
}

async function askFor(count: number): Promise<Shown> {
  const { id: tabId } = await activeTab();
  return { ...(await send('popup.open', { tabId, count })), tabId };
}

/** What was asked first; undefined where nothing good came of it. */
export async function answerTo(early: Early): Promise<Shown | undefined> {
  const glance = await early.glance;
  if (glance) return glance;
  try {
    const answer = readReply('popup.open', await early.reply);
    return { ...answer, tabId: (await early.tab).id };
  } catch {
    // It is asked again, and then said what is wrong.
    return undefined;
  }
}
