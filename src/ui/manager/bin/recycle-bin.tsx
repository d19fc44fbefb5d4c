import { useSignal } from '@preact/signals';
import { send } from '../../../messages/client.ts';
import type { Response } from '../../../messages/protocol.ts';
import { accountName, issuerName } from '../../account-name.ts';
import { t, tn } from '../../i18n.ts';
import { LateProgress } from '../../kit/late-progress.tsx';
import { moment } from '../../moment.ts';
import { Said, Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';
import type { Guard } from '../../ways/guard.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';

type Binned = Response<'accounts.bin'>[number];

/** Deleted accounts, until they go for good. */
export function RecycleBin({ guard }: { guard: Guard }) {
  const { problem, attempt } = useAttempt();
  const said = useSignal('');
  const confirming = useSignal(false);
  const isEmptying = useSignal(false);
  const { shown } = useAsked(askBin, problem);
  const accounts = shown.value;

  const restore = (account: Binned) =>
    attempt(async () => {
      await send('accounts.restore', { id: account.id });
      said.value = t('restored', accountName(account));
    });
  const empty = async (count: number) => {
    confirming.value = false;
    said.value = '';
    await attempt(() =>
      guard(async () => {
        isEmptying.value = true;
        try {
          await send('accounts.emptyBin');
        } finally {
          isEmptying.value = false;
        }
        said.value = tn('binEmptied', count);
      }),
    );
  };

  return (
    <section class="stack" aria-labelledby="bin-title">
      <h1 id="bin-title">{t('placeBin')}</h1>
      <p>{t('binExplained')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <Said>{said.value}</Said>
      <LateProgress label={isEmptying.value ? t('binEmptying') : ''} />
      {accounts?.length === 0 && <p class="quiet-text">{t('binEmpty')}</p>}
      {accounts && accounts.length > 0 && (
        <>
          <ul class="account-items">
            {accounts.map((account) => (
              <BinnedItem key={account.id} account={account} onRestore={() => restore(account)} />
            ))}
          </ul>
          <div class="actions">
            <button
              type="button"
              id="empty-bin"
              onClick={() => {
                confirming.value = true;
              }}
            >
              {t('emptyBin')}
            </button>
          </div>
        </>
      )}
      {confirming.value && accounts && (
        <ConfirmDialog
          id="empty-bin-dialog"
          title={t('emptyBinTitle')}
          action={t('emptyBinConfirm')}
          onConfirm={() => void empty(accounts.length)}
          onCancel={() => {
            confirming.value = false;
          }}
        >
          {tn('emptyBinExplained', accounts.length)}
        </ConfirmDialog>
      )}
    </section>
  );
}

function BinnedItem({ account, onRestore }: { account: Binned; onRestore: () => void }) {
  const name = accountName(account);
  return (
    <li class="account-item" data-id={account.id}>
      <div class="names">
        <p class="issuer" dir="auto">
          {issuerName(account) || name}
        </p>
        {issuerName(account) && (
          <p class="account" dir="auto">
            {account.account}
          </p>
        )}
        <p class="kind">{t('binTimes', moment(account.deletedAt), moment(account.goneAt))}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not buttons. */}
      <div class="row-actions" role="group" aria-label={t('rowActions', name)}>
        <button type="button" data-action="restore" onClick={onRestore}>
          {t('restore')}
        </button>
      </div>
    </li>
  );
}

const askBin = () => send('accounts.bin');
