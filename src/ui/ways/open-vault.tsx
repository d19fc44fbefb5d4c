import { send } from '../../messages/client.ts';
import { useAttempts } from './attempts.ts';
import type { Ceremonies } from './ceremonies.ts';
import { Openers } from './openers.tsx';
import { useWays } from './use-ways.ts';
import './ways.css';

interface Props {
  readonly ceremonies: Ceremonies;
  /** Else whoever listens to the background hears of it anyhow. */
  readonly onOpened?: () => Promise<void>;
  readonly takesFocus?: boolean;
}

/** Opens the locked vault, by any way in that it has. */
export function OpenVault({ ceremonies, onOpened, takesFocus = false }: Props) {
  const attempts = useAttempts();
  const ways = useWays(attempts);

  return (
    <section class="stack" aria-busy={attempts.busy.value}>
      <Openers
        ways={ways.value}
        ceremonies={ceremonies}
        attempts={attempts}
        purpose="unlock"
        takesFocus={takesFocus}
        onOpener={async (opener) => {
          await send('vault.open', opener);
          await onOpened?.();
        }}
      />
    </section>
  );
}
