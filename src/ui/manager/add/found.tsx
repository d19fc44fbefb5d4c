import { ConfirmCard } from '../../enrolment/confirm-card.tsx';
import {
  type Confirmed,
  isAccount,
  type OtherFinding,
  type ShownFinding,
  type ShownTransfer,
} from '../../enrolment/finding.ts';
import { OtherFindingCard } from '../../enrolment/other-finding-card.tsx';
import { TransferProgress } from '../../enrolment/transfer-progress.tsx';
import { t } from '../../i18n.ts';
import { FoundList } from './found-list.tsx';

interface Props {
  readonly findings: readonly ShownFinding[];
  readonly transfer: ShownTransfer | undefined;
  readonly onAdd: (confirmed: readonly Confirmed[]) => Promise<unknown>;
  readonly onClear: () => void;
}

/** All that was found: the accounts to be added, and what each other code is. */
export function Found({ findings, transfer, onAdd, onClear }: Props) {
  const accounts = findings.filter(isAccount);
  const others = findings.filter((finding): finding is OtherFinding => !isAccount(finding));
  const [only] = accounts;
  const startOver = (
    <button type="button" id="start-over" onClick={onClear}>
      {t('startOver')}
    </button>
  );
  return (
    <>
      {transfer && (
        <TransferProgress transfer={transfer}>
          <p class="small">{t('addTransferMore')}</p>
        </TransferProgress>
      )}
      {only && accounts.length === 1 && (
        <ConfirmCard
          key={only.id}
          finding={only}
          title={t('addFoundTitle')}
          addId="add-found"
          onAdd={async (confirmed) => {
            await onAdd([confirmed]);
          }}
          actions={startOver}
        />
      )}
      {accounts.length > 1 && <FoundList accounts={accounts} onAdd={onAdd} actions={startOver} />}
      {others.map((finding) => (
        <OtherFindingCard key={JSON.stringify(finding)} finding={finding} />
      ))}
      {!only && (others.length > 0 || transfer) && <div class="actions">{startOver}</div>}
    </>
  );
}
