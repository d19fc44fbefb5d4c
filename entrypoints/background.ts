import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { listenForApprovals } from '../src/approvals/approval-events.ts';
import { startBackground } from '../src/background/start.ts';
import { announceChange } from '../src/messages/announce.ts';
import { listenForScans, SCAN_ITEMS } from '../src/scan/entries.ts';
import { FILL_ITEMS, listenForFills } from '../src/sign-in/entries.ts';
import { listenForSites, onReachChanged } from '../src/sites/browser-sites.ts';
import { keepMenu } from '../src/toolbar/menu.ts';

export default defineBackground({
  type: 'module',
  main() {
    const background = startBackground();
    browser.runtime.onMessage.addListener((message, sender) => background.route(message, sender));
    browser.tabs.onRemoved.addListener(background.tabClosed);
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status !== undefined) background.tabLoads(tabId);
    });
    background.autoLock.listen(background.locking);
    keepMenu([...SCAN_ITEMS, ...FILL_ITEMS]);
    listenForScans(background.scan);
    listenForFills(background.fill);
    listenForSites(background.siteScripts);
    onReachChanged(announceChange);
    listenForApprovals(background.approvals);
  },
});
