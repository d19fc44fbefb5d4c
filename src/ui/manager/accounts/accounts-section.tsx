import { useSignal } from '@preact/signals';
import { Plus } from 'lucide-preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { SearchField } from '../../accounts/search-field.tsx';
import { useAccounts } from '../../accounts/use-accounts.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { LateProgress } from '../../kit/late-progress.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import { Said, Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';
import type { Guard } from '../../ways/guard.tsx';
import { AccountList } from './account-list.tsx';
import { type Filter, isFiltering, type Sort, withoutGone } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { GroupsDialog } from './groups-dialog.tsx';
import { askedStretch, PAGE_SIZE, pageFrom } from './page-of.ts';
import { Pages } from './pages.tsx';
import { useView } from './view-choice.ts';
import './accounts.css';

const FIRST = { query: '', filter: {}, sort: 'own', ...askedStretch(0) } as const;

/** All accounts: found, narrowed, put in order, page by page; and the way to add one. */
export function AccountsSection({ guard }: { guard: Guard }) {
  const said = useSignal('');
  const { problem, attempt } = useAttempt();
  const onFault = useCallback(
    (error: unknown) => {
      problem.value = errorSentence(error);
    },
    [problem],
  );
  const from = useSignal(0);
  const { question, held } = useAccounts(FIRST, onFault);
  const { shown: facets } = useAsked(askFacets, problem);
  const { view, choose } = useView();
  const managesGroups = useSignal(false);

  const { query, filter = {}, sort = 'own' } = question.value;
  const look = (first: number, change: { query?: string; filter?: Filter; sort?: Sort } = {}) => {
    from.value = first;
    question.value = { query, filter, sort, ...change, ...askedStretch(first) };
  };
  const narrow = (change: { query?: string; filter?: Filter; sort?: Sort }) => {
    said.value = '';
    look(0, change);
  };

  const found = held.value;
  // Accounts may have gone since: then the last page that there is.
  const page = found ? pageFrom(from.value, found.total) : 0;
  const gone = found !== undefined && page !== from.value;
  const left = facets.value ? withoutGone(filter, facets.value) : filter;
  useLayoutEffect(() => {
    if (left !== filter) look(0, { filter: left });
    else if (gone) look(page);
  });

  const hasAccounts = (facets.value?.total ?? 0) > 0;
  return (
    <section class="accounts stack" aria-labelledby="accounts-title">
      <header class="section-head">
        <h1 id="accounts-title">{t('placeAccounts')}</h1>
        {hasAccounts && (
          <Segmented
            label={t('layoutLabel')}
            value={view.value}
            options={[
              { value: 'table', label: t('layoutTable') },
              { value: 'cards', label: t('layoutCards') },
            ]}
            onChange={choose}
          />
        )}
        <a class="button primary" id="to-add" href="#add">
          <Plus />
          {t('addTitle')}
        </a>
      </header>
      {problem.value && <Warning>{problem.value}</Warning>}
      {found && (hasAccounts || found.total > 0 || query !== '') && (
        <div class="list-head">
          <SearchField query={query} onQuery={(typed) => narrow({ query: typed })} />
          <Pages from={page} size={PAGE_SIZE} total={found.total} onPage={(first) => look(first)} />
        </div>
      )}
      {hasAccounts && facets.value && (
        <FilterBar
          facets={facets.value}
          filter={filter}
          sort={sort}
          onFilter={(chosen) => narrow({ filter: chosen })}
          onSort={(chosen) => narrow({ sort: chosen })}
          onGroups={() => {
            managesGroups.value = true;
          }}
        />
      )}
      <Said>{said.value}</Said>
      {found?.total === 0 && (
        <p class="quiet-text" role="status">
          {emptySentence(found.query, isFiltering(found.filter ?? {}))}
        </p>
      )}
      <LateProgress label={found || problem.value ? '' : t('accountsLoading')} />
      {found && (
        <AccountList
          held={found}
          from={page}
          view={view.value}
          groups={facets.value?.groups ?? []}
          guard={guard}
          attempt={attempt}
          onPage={(first) => look(first)}
          onSaid={(sentence) => {
            said.value = sentence;
          }}
        />
      )}
      {managesGroups.value && (
        <GroupsDialog
          groups={facets.value?.groups ?? []}
          onClose={() => {
            managesGroups.value = false;
          }}
        />
      )}
    </section>
  );
}

function emptySentence(query: string, isNarrowed: boolean): string {
  if (isNarrowed) return t('nothingFits');
  return query === '' ? t('accountsEmpty') : t('nothingFound', query);
}

const askFacets = () => send('accounts.facets');
