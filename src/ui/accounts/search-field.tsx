import type { RefObject } from 'preact';
import { t } from '../i18n.ts';

interface Props {
  /** `search` if left out. */
  readonly id?: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** As the background takes it. */
const LONGEST_QUERY = 200;

/** Filters while the user types; Escape clears it, and only an empty one lets Escape close the popup. */
export function SearchField({ id = 'search', query, onQuery, field }: Props) {
  return (
    <input
      type="search"
      id={id}
      {...(field && { ref: field })}
      aria-label={t('searchAccounts')}
      placeholder={t('searchAccounts')}
      autocomplete="off"
      spellcheck={false}
      maxLength={LONGEST_QUERY}
      value={query}
      onInput={({ currentTarget }) => onQuery(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing || query === '') return;
        event.preventDefault();
        onQuery('');
      }}
    />
  );
}
