import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { onChanged } from '../../messages/client.ts';
import { InOrder } from '../in-order.ts';
import { type AccountCode, nextMoment, refreshCodes, type TimedAccount } from './codes.ts';

const NONE: ReadonlyMap<string, AccountCode> = new Map();

/**
 * The codes of the accounts on show, kept up to date, and asked for anew whenever the background says that something
 * changed: it may have been the clock's offset. They live as long as the component that asks for them, and nowhere else.
 * Nothing runs by the second: `now` moves on when a code changes, or is about to.
 *
 * @param given codes that are there already; taken once
 */
export function useCodes(
  accounts: readonly TimedAccount[],
  onFault: (error: unknown) => void,
  given: () => readonly AccountCode[],
): { codes: Signal<ReadonlyMap<string, AccountCode>>; now: Signal<number> } {
  const codes = useSignal(NONE);
  const now = useSignal(Date.now());
  const order = useRef(new InOrder());
  const wanted = useRef(accounts);
  wanted.current = accounts;
  const isTaken = useRef(false);
  if (!isTaken.current) {
    isTaken.current = true;
    codes.value = new Map(given().map((answer) => [answer.id, answer]));
  }

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
    void ids.value;
    const known = codes.value;
    const at = nextMoment(wanted.current, known, now.value);
    const timer = setTimeout(() => {
      now.value = Date.now();
    }, at - Date.now());
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => {
    // Runs again for other accounts, for every change, and when a code has changed.
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
