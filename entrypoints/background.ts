import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/start.ts';
import { listenForScans } from '../src/scan/entries.ts';

export default defineBackground({
  type: 'module',
  main() {
    const { route, autoLock, locking, tabClosed, scan } = startBackground();
    browser.runtime.onMessage.addListener((message, sender) => route(message, sender));
    browser.tabs.onRemoved.addListener(tabClosed);
    autoLock.listen(locking);
    listenForScans(scan);
  },
});
