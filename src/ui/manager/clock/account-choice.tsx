import type { Signal } from '@preact/signals';
import { accountName } from '../../account-name.ts';
import { SearchField } from '../../accounts/search-field.tsx';
import type { AccountQuestion, AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';

/** As many as the background gives at once; a vault with more is searched. */
export const MOST_CHOICES = 200;

interface Props {
  readonly accounts: readonly AccountRow[];
  /** There are more accounts than are given at once. */
  readonly searchable: boolean;
  readonly question: Signal<AccountQuestion>;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One of the accounts whose codes depend on the time. */
export function AccountChoice({ accounts, searchable, question, chosen, onChoose }: Props) {
  return (
    <>
      {searchable && (
        <SearchField
          query={question.value.query}
          onQuery={(query) => {
            question.value = { query, from: 0, count: MOST_CHOICES };
          }}
        />
      )}
      <label class="field">
        {t('clockAccount')}
        <select
          id="clock-account"
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          {chosen !== '' && accounts.every(({ id }) => id !== chosen) && (
            <option value={chosen}>{t('clockDoubted')}</option>
          )}
          {accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {accountName(account)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
