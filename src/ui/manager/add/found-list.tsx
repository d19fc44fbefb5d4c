import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { AccountFinding, Confirmed } from '../../enrolment/finding.ts';
import { t, tn } from '../../i18n.ts';
import { FoundRow } from './found-row.tsx';
import { confirmedOf, type Pick, type Picks, pickAll, pickOf } from './picks.ts';

interface Props {
  readonly accounts: readonly AccountFinding[];
  readonly onAdd: (confirmed: readonly Confirmed[]) => Promise<unknown>;
  /** Buttons beside "Add". */
  readonly actions: ComponentChildren;
}

/** Several accounts: those that are chosen are added at once. */
export function FoundList({ accounts, onAdd, actions }: Props) {
  const picks = useSignal<Picks>(new Map<string, Pick>());
  const isAdding = useSignal(false);
  const confirmed = confirmedOf(accounts, picks.value);
  const count = confirmed.length;

  const add = async () => {
    isAdding.value = true;
    try {
      await onAdd(confirmed);
    } finally {
      isAdding.value = false;
    }
  };

  return (
    <section class="card stack" aria-labelledby="found-title">
      <h2 id="found-title">{t('foundListTitle')}</h2>
      <label class="found-choice">
        <input
          type="checkbox"
          id="choose-all"
          checked={count === accounts.length}
          indeterminate={count > 0 && count < accounts.length}
          onChange={({ currentTarget }) => {
            picks.value = pickAll(accounts, picks.value, currentTarget.checked);
          }}
        />
        {t('chooseAll')}
      </label>
      <ul class="found-rows">
        {accounts.map((finding, index) => (
          <FoundRow
            key={finding.id}
            finding={finding}
            index={index}
            pick={pickOf(finding, picks.value)}
            onPick={(pick) => {
              picks.value = new Map(picks.value).set(finding.id, pick);
            }}
          />
        ))}
      </ul>
      <div class="actions">
        <button
          type="button"
          class="primary"
          id="add-found"
          disabled={count === 0 || isAdding.value}
          onClick={() => void add()}
        >
          {tn('addFound', count)}
        </button>
        {actions}
      </div>
    </section>
  );
}
