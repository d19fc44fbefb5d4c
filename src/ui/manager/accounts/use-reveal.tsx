import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import type { Guard } from '../../ways/guard.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import type { Revealed } from './revealed.ts';

interface Shown {
  readonly id: string;
  readonly revealed: Revealed;
}

interface Props {
  /** Those on show: the secret of one that is no longer among them goes, too. */
  readonly accounts: readonly AccountRow[];
  readonly guard: Guard;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
}

/**
 * Shows the secret of an account to who has just verified that it is him. Nothing keeps it once the dialog closes: a
 * state, not a signal, which others could hold on to.
 */
export function useReveal({ accounts, guard, attempt }: Props): {
  reveal: (account: AccountRow) => void;
  dialog: ComponentChildren;
} {
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const end = useCallback(() => setShown(undefined), []);
  const account = accounts.find(({ id }) => id === shown?.id);
  const isGone = shown !== undefined && account === undefined;
  useEffect(() => {
    if (isGone) end();
  }, [isGone, end]);

  return {
    reveal: ({ id }) =>
      void attempt(async () => {
        const answer = await guard(() => send('accounts.reveal', { id }));
        if (!answer) return;
        // Late, since hardly anybody draws a code.
        const { revealedOf } = await import('./revealed.ts');
        setShown({ id, revealed: revealedOf(answer.uri) });
      }),
    dialog: shown && account && (
      <RevealDialog account={account} revealed={shown.revealed} onEnd={end} />
    ),
  };
}
