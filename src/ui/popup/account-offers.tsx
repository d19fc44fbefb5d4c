import { useSignal } from '@preact/signals';
import { AccountChoices } from '../enrolment/account-choices.tsx';
import { ConfirmCard } from '../enrolment/confirm-card.tsx';
import type { AccountFinding, Confirmed } from '../enrolment/finding.ts';
import { t } from '../i18n.ts';
import { nextChoice } from './next-choice.ts';
import { WaitingCard } from './waiting-card.tsx';

interface Props {
  readonly accounts: readonly AccountFinding[];
  /** The site that the account will be bound to; none at Microsoft, whose sites are known. */
  readonly site: string | undefined;
  readonly scanned: boolean;
  /** Resolves to whether it was added. */
  readonly onAdd: (confirmed: Confirmed) => Promise<boolean>;
  readonly onScan: () => void;
}

/** The accounts that the page offers: the only one, or the one that was chosen of several; after it, the next. */
export function AccountOffers({ accounts, site, scanned, onAdd, onScan }: Props) {
  /** The finding's id; `all` where the user came back to the list. */
  const chosenId = useSignal<string | undefined>(undefined);
  const isOne = accounts.length === 1;
  const chosen = isOne ? accounts[0] : accounts.find(({ id }) => id === chosenId.value);
  if (accounts.length === 0) return null;
  if (!chosen) {
    return (
      <AccountChoices
        accounts={accounts}
        focused={chosenId.value === 'all'}
        onChoose={({ id }) => {
          chosenId.value = id;
        }}
      />
    );
  }
  if (chosen.state === 'waiting') {
    return (
      <WaitingCard
        finding={chosen}
        scanned={scanned}
        onScan={onScan}
        focused={chosen.id === chosenId.value}
      />
    );
  }
  const next = nextChoice(accounts, chosen.id);
  return (
    <ConfirmCard
      key={chosen.id}
      finding={chosen}
      focused={chosen.id === chosenId.value}
      onAdd={async (confirmed) => {
        if (await onAdd(confirmed)) chosenId.value = next;
      }}
      actions={
        !isOne && (
          <>
            {next !== undefined && (
              <button
                type="button"
                id="next-account"
                onClick={() => {
                  chosenId.value = next;
                }}
              >
                {t('choiceNext')}
              </button>
            )}
            <button
              type="button"
              class="quiet"
              id="all-accounts"
              onClick={() => {
                chosenId.value = 'all';
              }}
            >
              {t('choiceAll')}
            </button>
          </>
        )
      }
    >
      {chosen.state === 'known' && <p>{t('stateKnownHere')}</p>}
      {site !== undefined && <p class="site">{t('codesGoTo', new URL(site).host)}</p>}
    </ConfirmCard>
  );
}
