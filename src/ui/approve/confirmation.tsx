import { send } from '../../messages/client.ts';
import { useAttempts } from '../ways/attempts.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import { Openers } from '../ways/openers.tsx';
import { useWays } from '../ways/use-ways.ts';
import '../ways/ways.css';

interface Props {
  readonly id: string;
  readonly ceremonies: Ceremonies;
  readonly onConfirmed: () => Promise<void>;
}

/** The user shows that it is him, by any way in that the vault has. Where that fails, he may try again. */
export function Confirmation({ id, ceremonies, onConfirmed }: Props) {
  const attempts = useAttempts();
  const ways = useWays(attempts);
  return (
    <section class="stack" aria-busy={attempts.busy.value}>
      <Openers
        ways={ways.value}
        ceremonies={ceremonies}
        attempts={attempts}
        purpose="verify"
        onOpener={async (opener) => {
          await send('approvals.confirm', { id, opener });
          await onConfirmed();
        }}
      />
    </section>
  );
}
