import { browser } from 'wxt/browser';
import type { Approvals } from './approvals.ts';

const ALARM = 'approval';

/** Has the deadlines looked at then. Chrome is late with alarms of less than half a minute; the window itself is not. */
export function setApprovalAlarm(when: number | null): void {
  if (when === null) void browser.alarms.clear(ALARM);
  else void browser.alarms.create(ALARM, { when });
}

/** To be called while the background starts: an event of a listener that comes later does not wake it. */
export function listenForApprovals(approvals: Pick<Approvals, 'tick' | 'windowClosed'>): void {
  const quietly = (work: Promise<void>) => void work.catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) quietly(approvals.tick());
  });
  browser.windows.onRemoved.addListener((windowId) => quietly(approvals.windowClosed(windowId)));
}
