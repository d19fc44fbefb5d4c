import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { InOrder } from '../accounts/in-order.ts';
import { type AccountCode, refreshCodes, type TimedAccount } from './codes.ts';

/**
 * The codes of the accounts on show, kept up to date by the second. They live as long as the component that
 * asks for them, and nowhere else.
 */
export function useCodes(
  accounts: readonly TimedAccount[],
  onFault: (error: unknown) => void,
): { codes: Signal<ReadonlyMap<string, AccountCode>>; now: Signal<number> } {
  const codes = useSignal<ReadonlyMap<string, AccountCode>>(new Map());
  const now = useSignal(Date.now());
  const order = useRef(new InOrder());
  const wanted = useRef(accounts);
  wanted.current = accounts;

  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  }, [now]);

  const ids = useSignal('');
  useLayoutEffect(() => {
    ids.value = accounts.map(({ id }) => id).join();
  });
  useSignalEffect(() => {
    // Runs again for other accounts and for every second.
    void ids.value;
    const counts = order.current.ask();
    refreshCodes(wanted.current, codes.peek(), now.value).then(
      (known) => {
        if (counts()) codes.value = known;
      },
      (error) => {
        if (counts()) onFault(error);
      },
    );
  });

  useEffect(() => {
    if (codes.value.size > 0) performance.mark('countersign:codes');
  }, [codes.value]);
  return { codes, now };
}
