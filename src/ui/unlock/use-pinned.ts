import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Whether the toolbar button is in view; undefined where the browser does not tell. Looked at again with the page. */
export function usePinned(): ReadonlySignal<boolean | undefined> {
  const pinned = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    const look = async () => {
      const settings = await browser.action.getUserSettings().catch(() => undefined);
      pinned.value = settings?.isOnToolbar;
    };
    void look();
    // The user pins it in a menu of the browser's own, from which the page gets the focus back.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [pinned]);
  return pinned;
}
