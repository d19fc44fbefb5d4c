import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { Fault } from '../../fault.ts';
import { onChanged, send } from '../../messages/client.ts';
import type { Request, Response } from '../../messages/protocol.ts';
import { InOrder } from '../in-order.ts';

export type AccountQuestion = Request<'accounts.list'>;
export type AccountRow = Response<'accounts.list'>['accounts'][number];

/** A stretch of the accounts, and what was asked for. */
export interface HeldAccounts extends AccountQuestion {
  readonly total: number;
  readonly accounts: readonly AccountRow[];
}

/** A closed vault is no fault of the list: the page around it says so. */
const CLOSED: readonly string[] = ['locked', 'no-vault', 'vault-missing'];

/**
 * The accounts that `question` asks for: asked at once, whenever the question changes, and whenever the
 * background says that something did. Nothing is held of a vault that has locked.
 *
 * @param onFault a function that stays the same
 * @param given the first answer, where it is there already; it is taken once
 */
export function useAccounts(
  first: AccountQuestion,
  onFault: (error: unknown) => void,
  given?: () => HeldAccounts | undefined,
): { question: Signal<AccountQuestion>; held: Signal<HeldAccounts | undefined> } {
  const question = useSignal(first);
  const held = useSignal<HeldAccounts | undefined>(undefined);
  const order = useRef(new InOrder());
  /** The question that `given` has answered. */
  const answered = useRef<AccountQuestion | undefined>(undefined);
  const isTaken = useRef(false);
  if (!isTaken.current) {
    isTaken.current = true;
    held.value = given?.();
    if (held.value) answered.current = question.peek();
  }

  const ask = useCallback(async () => {
    const asked = question.peek();
    const counts = order.current.ask();
    try {
      const answer = await send('accounts.list', asked);
      if (counts()) held.value = { ...asked, ...answer };
    } catch (error) {
      if (!counts()) return;
      // A background that ended before it answered has said nothing: what is held may stay.
      if (error instanceof Fault) held.value = undefined;
      if (!(error instanceof Fault && CLOSED.includes(error.code))) onFault(error);
    }
  }, [question, held, onFault]);

  useSignalEffect(() => {
    if (question.value !== answered.current) void ask();
    answered.current = undefined;
  });
  useEffect(() => onChanged(() => void ask()), [ask]);
  return { question, held };
}
