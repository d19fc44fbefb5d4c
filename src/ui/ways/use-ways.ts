import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import type { Attempts } from './attempts.ts';
import type { Way } from './ceremonies.ts';

/** The ways in that the vault has, asked for at once; undefined until the answer is there. */
export function useWays(attempts: Attempts): Signal<readonly Way[] | undefined> {
  const ways = useSignal<readonly Way[] | undefined>(undefined);
  useEffect(() => {
    void attempts.run(async () => {
      ways.value = (await send('vault.ways')).ways;
    });
  }, [attempts, ways]);
  return ways;
}
