import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { RegisteredScript, SiteScripts, SitesBrowser } from './site-scripts.ts';

/** The browser itself, as {@link SiteScripts} uses it. */
export const browserSites: SitesBrowser = {
  async reach() {
    const { origins = [] } = await browser.permissions.getAll();
    return origins;
  },
  mayReach: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  async registered(ids) {
    const scripts = await browser.scripting.getRegisteredContentScripts({ ids: [...ids] });
    return scripts.map(({ id }) => id);
  },
  register: (script) => browser.scripting.registerContentScripts([forBrowser(script)]),
  update: (script) => browser.scripting.updateContentScripts([forBrowser(script)]),
  unregister: (id) => browser.scripting.unregisterContentScripts({ ids: [id] }),
  async tabs(patterns) {
    const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
    return tabs.flatMap(({ id, url }) =>
      id === undefined || url === undefined ? [] : { id, url },
    );
  },
  async inject(tabId, files) {
    // The manifest has them without the stroke.
    const paths = files.map((file) => `/${file}` as ScriptPublicPath);
    await browser.scripting.executeScript({ target: { tabId }, files: paths });
  },
  missingScripts() {
    // Firefox runs the manifest's scripts in open tabs by itself.
    if (!import.meta.env.CHROME) return [];
    const { content_scripts = [] } = browser.runtime.getManifest();
    return content_scripts.map(({ matches = [], js = [] }) => ({ matches, files: js }));
  },
};

/**
 * Follows what the user grants and takes back. To be called while the background starts: an event of a listener that
 * comes later does not wake it.
 */
export function listenForSites(siteScripts: SiteScripts): void {
  const quietly = (work: Promise<void>) => void work.catch(() => undefined);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    const isNew = reason === 'install' || reason === 'update';
    quietly(isNew ? siteScripts.installed() : siteScripts.sync());
  });
  browser.runtime.onStartup.addListener(() => quietly(siteScripts.sync()));
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    quietly(siteScripts.granted(origins)),
  );
  browser.permissions.onRemoved.addListener(() => quietly(siteScripts.sync()));
}

/** Tells that the browser lets us into more hosts or fewer than before. To be called while the background starts. */
export function onReachChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(() => changed());
  browser.permissions.onRemoved.addListener(() => changed());
}

/** The browser's types want lists that may be changed. */
function forBrowser({ js, matches, excludeMatches, ...script }: RegisteredScript) {
  return { ...script, js: [...js], matches: [...matches], excludeMatches: [...excludeMatches] };
}
