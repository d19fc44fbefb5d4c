import { useEffect } from 'preact/hooks';
import { ownBrowser } from '../../messages/runtime.ts';

/** Beside the pages, what is shown follows the tab that the user is at; a popup closes before he gets to another one. */
export function useActiveTab(isBeside: boolean, refresh: () => Promise<void>): void {
  useEffect(() => {
    if (!isBeside) return undefined;
    const { onActivated, onUpdated } = ownBrowser().tabs;
    const follow = () => void refresh();
    const followLoaded = (_: number, { status }: { readonly status?: string }) => {
      if (status !== undefined) follow();
    };
    onActivated.addListener(follow);
    onUpdated.addListener(followLoaded);
    return () => {
      onActivated.removeListener(follow);
      onUpdated.removeListener(followLoaded);
    };
  }, [isBeside, refresh]);
}
