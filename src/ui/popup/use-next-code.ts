import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';

/** The last code of a counter that the user asked for, and the way to the next one. */
export function useNextCode(onFault: (error: unknown) => void): {
  codeOf: (account: AccountRow) => string | undefined;
  next: (account: AccountRow) => void;
} {
  const asked = useSignal<{ id: string; code: string } | undefined>(undefined);
  const ask = async ({ id }: AccountRow) => {
    try {
      const { code } = await send('accounts.nextCode', { id });
      asked.value = { id, code };
    } catch (error) {
      onFault(error);
    }
  };
  return {
    codeOf: ({ id }) => (asked.value?.id === id ? asked.value.code : undefined),
    next: (account) => void ask(account),
  };
}
