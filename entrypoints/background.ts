import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { listenForApprovals } from '../src/approvals/approval-events.ts';
import { startBackground } from '../src/background/start.ts';
import { listenForInstall } from '../src/first-run/first-run-tab.ts';
import { announceChange } from '../src/messages/announce.ts';
import { listenForOmnibox } from '../src/omnibox/omnibox-events.ts';
import { listenForPanel, PANEL_ITEMS } from '../src/panel/panel-entry.ts';
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
    listenForInstall(background.wantsFirstRun);
    background.autoLock.listen(background.locking);
    keepMenu([...SCAN_ITEMS, ...FILL_ITEMS, ...PANEL_ITEMS]);
    listenForScans(background.scan);
    listenForFills(background.fill);
    listenForPanel();
    listenForOmnibox(background.omnibox);
    listenForSites(background.siteScripts);
    onReachChanged(announceChange);
    listenForApprovals(background.approvals);
  },
});
