import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long a code stands there that the user asked for, in milliseconds. */
const SHOWN_MS = 10_000;

export interface ShownCode {
  readonly isHidden: (account: { readonly id: string }) => boolean;
  /** It would be hidden, had the user not asked for it. */
  readonly isShown: (account: { readonly id: string }) => boolean;
  readonly show: (account: { readonly id: string }) => void;
}

/** Where codes are hidden: the one that the user asked for is shown for a while, one at a time. */
export function useShownCode(hideCodes: boolean): ShownCode {
  const shown = useSignal<{ readonly id: string } | undefined>(undefined);
  useEffect(() => {
    if (!shown.value) return undefined;
    const timer = setTimeout(() => {
      shown.value = undefined;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, shown.value]);
  return {
    isHidden: ({ id }) => hideCodes && shown.value?.id !== id,
    isShown: ({ id }) => hideCodes && shown.value?.id === id,
    show: ({ id }) => {
      shown.value = { id };
    },
  };
}
