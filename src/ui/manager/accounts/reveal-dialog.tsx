import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { alsoAt, roomBeside } from './elsewhere.ts';
import { QrCode } from './qr-code.tsx';
import type { Revealed } from './revealed.ts';
import { RevealedKey } from './revealed-key.tsx';
import { useShowingEnd } from './use-showing-end.ts';

interface Props {
  readonly account: AccountRow;
  readonly revealed: Revealed;
  /** A function that stays the same. */
  readonly onEnd: () => void;
}

/** An account's secret, for another device to take. It does not stay on show for long. */
export function RevealDialog({ account, revealed, onEnd }: Props) {
  const place = useSignal('');
  const { problem, attempt } = useAttempt();
  useShowingEnd(onEnd);
  const { id, kind, elsewhere: known = '' } = account;
  const room = roomBeside(known);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const elsewhere = alsoAt(known, place.value);
      if (elsewhere !== known) {
        await send('accounts.edit', { id, description: { kind, elsewhere } });
      }
      onEnd();
    });
  };

  return (
    <Dialog id="reveal-dialog" title={t('revealTitle', accountName(account))} onClose={onEnd}>
      <Warning>{t('revealWarning')}</Warning>
      {revealed.qr ? (
        <QrCode qr={revealed.qr} name={t('revealCode', accountName(account))} />
      ) : (
        <p>{t('revealTooLong')}</p>
      )}
      {account.type === 'hotp' && <p id="reveal-counter">{t('revealCounter')}</p>}
      <RevealedKey revealed={revealed} />
      <form class="stack" onSubmit={submit}>
        {room > 0 && (
          <label class="field">
            {t('revealWhere')}
            <input
              type="text"
              id="reveal-elsewhere"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={room}
              placeholder={t('elsewhereExample')}
              value={place}
              onInput={({ currentTarget }) => {
                place.value = currentTarget.value;
              }}
            />
          </label>
        )}
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <span class="small quiet-text">{t('revealCloses')}</span>
          <button type="submit" class="primary" id="reveal-done">
            {t('done')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
