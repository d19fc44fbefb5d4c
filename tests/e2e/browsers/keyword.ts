/** Runs in the background: the extension's keyword in the address bar. */
export function readKeyword(): string {
  const { omnibox } = chrome.runtime.getManifest();
  if (!omnibox) throw new Error('the manifest names no keyword');
  return omnibox.keyword;
}
