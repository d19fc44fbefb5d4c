import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { mayReachSite } from '../../site-permission.ts';

/** Whether the browser lets us reach a site: now, and as soon as its user changes that. Undefined until it is known. */
export function useSiteAccess(site: string): Signal<boolean | undefined> {
  const access = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const mayReach = await mayReachSite(site);
      if (isShown) access.value = mayReach;
    };
    const onChanged = () => void look();
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(onChanged);
    onRemoved.addListener(onChanged);
    onChanged();
    return () => {
      isShown = false;
      onAdded.removeListener(onChanged);
      onRemoved.removeListener(onChanged);
    };
  }, [site, access]);
  return access;
}
