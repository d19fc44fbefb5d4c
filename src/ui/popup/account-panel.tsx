import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SearchField } from '../accounts/search-field.tsx';
import type { AccountQuestion, HeldAccounts } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import type { Shown } from './ask.ts';
import { GroupChips } from './group-chips.tsx';
import type { ListKeys } from './row-list.tsx';
import { useSlash } from './use-slash.ts';
import { FIRST_QUESTION } from './use-view.ts';

interface Props {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  readonly groups: Shown['groups'];
  /** Enter, once the accounts are those that were asked for. */
  readonly onEnter?: (held: HeldAccounts, goToList: () => void) => void;
  /** The list of what was found. */
  readonly children: (keys: ListKeys) => ComponentChildren;
}

/** The search, which has the focus at once, and what it finds. */
export function AccountPanel({ held, question, groups, onEnter, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const entry = useRef<(() => void) | null>(null);
  const focusSearch = () => field.current?.focus({ preventScroll: true });
  // What the page offers stands above, and stays in view.
  useEffect(focusSearch, []);
  useSlash(focusSearch);

  const { query, filter } = question.value;
  const goToList = () => entry.current?.();
  /** Enter was pressed before the answer was there: it is not about the accounts that stood there before. */
  const isPressed = useRef(false);
  const isAnswered = held.query === query && held.filter?.group === filter?.group;
  const enter = () => {
    isPressed.current = false;
    onEnter?.(held, goToList);
  };
  useEffect(() => {
    if (isAnswered && isPressed.current) enter();
  });

  const find = (typed: string) => {
    isPressed.current = false;
    question.value = { ...FIRST_QUESTION, query: typed, ...(filter && { filter }) };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method has them for its candidates.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'PageDown') goToList();
    else if (event.key === 'Enter' && !event.repeat && onEnter) {
      if (isAnswered) enter();
      else isPressed.current = true;
    } else return;
    event.preventDefault();
  };
  const onSearch = (typed: string) => {
    focusSearch();
    if (typed !== '') find(question.peek().query + typed);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside. */}
      <div onKeyDown={onKeyDown}>
        <SearchField field={field} query={query} onQuery={find} />
      </div>
      {groups.length > 0 && <GroupChips groups={groups} question={question} />}
      {held.total === 0 && (
        <p class="quiet-text" role="status">
          {held.query === '' ? t('groupIsEmpty') : t('nothingFound', held.query)}
        </p>
      )}
      {children({ entry, onSearch })}
    </>
  );
}
