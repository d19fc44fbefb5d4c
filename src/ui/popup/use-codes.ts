import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { onChanged } from '../../messages/client.ts';
import { InOrder } from '../accounts/in-order.ts';
import { type AccountCode, refreshCodes, type TimedAccount } from './codes.ts';

const NONE: ReadonlyMap<string, AccountCode> = new Map();

/**
 * The codes of the accounts on show, kept up to date by the second, and asked for anew whenever the background
 * says that something changed: it may have been the clock's offset. They live as long as the component that
 * asks for them, and nowhere else.
 */
export function useCodes(
  accounts: readonly TimedAccount[],
  onFault: (error: unknown) => void,
): { codes: Signal<ReadonlyMap<string, AccountCode>>; now: Signal<number> } {
  const codes = useSignal(NONE);
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

  const changes = useSignal(0);
  /** How many changes the codes in hand have seen. Until they have seen all, they are shown, but not relied on. */
  const seen = useRef(0);
  useEffect(
    () =>
      onChanged(() => {
        changes.value += 1;
      }),
    [changes],
  );

  const ids = useSignal('');
  useLayoutEffect(() => {
    ids.value = accounts.map(({ id }) => id).join();
  });
  useSignalEffect(() => {
    // Runs again for other accounts, for every change and for every second.
    void ids.value;
    const asOf = changes.value;
    const known = seen.current === asOf ? codes.peek() : NONE;
    const counts = order.current.ask();
    refreshCodes(wanted.current, known, now.value).then(
      (answer) => {
        if (!counts()) return;
        seen.current = asOf;
        codes.value = answer;
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
