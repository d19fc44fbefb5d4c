import type { ComponentChildren } from 'preact';
import type { Response } from '../messages/protocol.ts';
import { missingSentence } from './change-sentence.ts';
import { faultSentence } from './fault-sentence.ts';
import { t, tn } from './i18n.ts';
import { Warning } from './notice.tsx';

interface Props {
  readonly status: Response<'vault.status'>;
  /** Leads to the page about damaged states. */
  readonly damagedLink?: ComponentChildren;
}

/** What is wrong with the vault or its storage: shown wherever the vault is. */
export function StatusNotices({ status, damagedLink }: Props) {
  const { damaged, unsaved, persistent } = status;
  return (
    <>
      {unsaved !== undefined && <Warning>{t('unsavedChange', faultSentence(unsaved))}</Warning>}
      {damaged.length > 0 && (
        <section class="notice warning stack" role="alert">
          <p>{tn('damagedStates', damaged.length)}</p>
          <ul>
            {damaged.map((state) => (
              <li key={state.generation}>{missingSentence(state)}</li>
            ))}
          </ul>
          {damagedLink}
        </section>
      )}
      {!persistent && <Warning>{t('notPersistent')}</Warning>}
    </>
  );
}
