import { useSignal } from '@preact/signals';
import { send } from '../../../messages/client.ts';
import type { Response } from '../../../messages/protocol.ts';
import { changeSentence } from '../../change-sentence.ts';
import { faultSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { moment } from '../../moment.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import type { Guard } from '../../ways/guard.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { saveCopy } from './save-copy.ts';

type Damaged = Response<'vault.status'>['damaged'][number];

/** It was saved, and is not on the disk any more: there is nothing to copy. */
const isGone = ({ code }: Damaged) => code === 'unknown-generation';

interface Props {
  readonly damaged: readonly Damaged[];
  readonly guard: Guard;
}

/** Saved states that did not open: what is missing with them, and what can be done. */
export function DamagedSection({ damaged, guard }: Props) {
  const { problem, attempt } = useAttempt();
  const discarding = useSignal<Damaged | undefined>(undefined);
  const stop = () => {
    discarding.value = undefined;
  };
  const discard = ({ generation }: Damaged) => {
    stop();
    void attempt(() => guard(() => send('damaged.discard', { generation })));
  };

  return (
    <section class="stack" aria-labelledby="damaged-title">
      <h1 id="damaged-title">{t('placeDamaged')}</h1>
      <p>{t(damaged.length > 0 ? 'damagedExplained' : 'damagedNone')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <ul class="account-items">
        {damaged.map((state) => (
          <li key={state.generation} class="account-item" data-generation={state.generation}>
            <div class="names">
              <p class="issuer">{t('damagedSaved', moment(state.savedAt))}</p>
              <p class="account">
                {state.change
                  ? t('damagedMissing', changeSentence(state.change))
                  : t('damagedMissingUnknown')}
              </p>
              {state.code !== 'damaged' && (
                <p class="kind">{isGone(state) ? t('damagedGone') : faultSentence(state.code)}</p>
              )}
            </div>
            <div class="row-actions">
              {!isGone(state) && (
                <button
                  type="button"
                  data-action="save"
                  onClick={() => attempt(() => saveCopy(state.generation))}
                >
                  {t('damagedSave')}
                </button>
              )}
              <button
                type="button"
                data-action="discard"
                onClick={() => {
                  discarding.value = state;
                }}
              >
                {t('damagedDiscard')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {discarding.value && (
        <ConfirmDialog
          id="discard-dialog"
          title={t('damagedDiscardTitle')}
          action={t('damagedDiscard')}
          onConfirm={() => discarding.value && discard(discarding.value)}
          onCancel={stop}
        >
          {t(
            isGone(discarding.value) ? 'damagedGoneDiscardExplained' : 'damagedDiscardExplained',
            moment(discarding.value.savedAt),
          )}
        </ConfirmDialog>
      )}
    </section>
  );
}
