import { useEffect, useRef } from 'preact/hooks';
import { ownBrowser } from '../../messages/runtime.ts';

interface Followed {
  /** Beside the pages: a popup closes before the user gets to another one. */
  readonly isBeside: boolean;
  /** The tab that is on show; undefined before anything is. */
  readonly tabId: number | undefined;
  readonly refresh: () => Promise<void>;
  /** Another page is on show: what was said of the one before is past. */
  readonly onElsewhere: () => void;
}

/** What is shown follows the tab that the user is at, and where that goes. */
export function useActiveTab({ isBeside, tabId, refresh, onElsewhere }: Followed): void {
  const latest = useRef({ tabId, onElsewhere });
  useEffect(() => {
    const { tabId: before } = latest.current;
    latest.current = { tabId, onElsewhere };
    if (before !== undefined && before !== tabId) onElsewhere();
  });
  useEffect(() => {
    if (!isBeside) return undefined;
    const { onActivated, onUpdated } = ownBrowser().tabs;
    const follow = () => void refresh();
    const followLoaded = (
      id: number,
      { status }: { readonly status?: string },
      { active }: { readonly active: boolean },
    ) => {
      if (status === undefined || !active) return;
      if (status === 'loading' && id === latest.current.tabId) latest.current.onElsewhere();
      follow();
    };
    onActivated.addListener(follow);
    onUpdated.addListener(followLoaded);
    return () => {
      onActivated.removeListener(follow);
      onUpdated.removeListener(followLoaded);
    };
  }, [isBeside, refresh]);
}
