import { browser } from 'wxt/browser';
import { notePointedTo } from '../page/pointed-to.ts';
import type { ScanBrowser } from './scan.ts';

/** The browser itself, as {@link Scan} uses it. */
export const browserScan: ScanBrowser = {
  async tab(tabId) {
    const { url, windowId, active } = await browser.tabs.get(tabId);
    return { url, windowId, active };
  },
  async collect(tabId, image) {
    const target = { tabId };
    if (image !== undefined) {
      await browser.scripting.executeScript({ target, func: notePointedTo, args: [image] });
    }
    const [inPage] = await browser.scripting.executeScript({ target, files: ['/scan.js'] });
    return inPage?.result;
  },
  capture: (windowId) => browser.tabs.captureVisibleTab(windowId, { format: 'png' }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
