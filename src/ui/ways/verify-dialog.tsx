import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import { Dialog } from '../kit/dialog.tsx';
import { useAttempts } from './attempts.ts';
import type { Ceremonies } from './ceremonies.ts';
import { Openers } from './openers.tsx';
import { useWays } from './use-ways.ts';
import './ways.css';

interface Props {
  readonly ceremonies: Ceremonies;
  readonly onEnd: (verified: boolean) => void;
}

/** Asks the user to show that it is him, by any way in that the vault has. */
export function VerifyDialog({ ceremonies, onEnd }: Props) {
  const attempts = useAttempts();
  const ways = useWays(attempts);

  // Not before there is something to choose: the dialog gives the focus to what it finds as it opens.
  if (!ways.value && !attempts.failure.value) return null;
  return (
    <Dialog id="verify" title={t('verifyTitle')} onClose={() => onEnd(false)}>
      <p>{t('verifyExplained')}</p>
      <Openers
        ways={ways.value}
        ceremonies={ceremonies}
        attempts={attempts}
        purpose="verify"
        onOpener={async (opener) => {
          await send('vault.verify', opener);
          onEnd(true);
        }}
      />
      <button type="button" id="verify-cancel" class="quiet" onClick={() => onEnd(false)}>
        {t('cancel')}
      </button>
    </Dialog>
  );
}
