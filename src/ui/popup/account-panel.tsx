import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SearchField } from '../accounts/search-field.tsx';
import type { AccountQuestion, HeldAccounts } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import type { ListKeys } from './row-list.tsx';
import { FIRST_QUESTION } from './use-view.ts';

interface Props {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  /** The list of what was found. */
  readonly children: (keys: ListKeys) => ComponentChildren;
}

/** The search, which has the focus at once, and what it finds. */
export function AccountPanel({ held, question, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const entry = useRef<(() => void) | null>(null);
  // What the page offers stands above, and stays in view.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const { query } = question.value;
  const find = (typed: string) => {
    question.value = { ...FIRST_QUESTION, query: typed };
  };
  const enterList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    entry.current?.();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key leaves the field inside. */}
      <div onKeyDown={enterList}>
        <SearchField field={field} query={query} onQuery={find} />
      </div>
      {held.total === 0 && (
        <p class="quiet-text" role="status">
          {t('nothingFound', held.query)}
        </p>
      )}
      {children({ entry, onLeave: () => field.current?.focus() })}
    </>
  );
}
