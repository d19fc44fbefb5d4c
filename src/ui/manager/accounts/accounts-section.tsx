import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import { SearchField } from '../../accounts/search-field.tsx';
import { useAccounts } from '../../accounts/use-accounts.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { Said, Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import type { Guard } from '../../ways/guard.tsx';
import { AccountList } from './account-list.tsx';
import { askedStretch, PAGE_SIZE, pageFrom } from './page-of.ts';
import { Pages } from './pages.tsx';

/** All accounts, page by page, and the way to add one. */
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
  const { question, held } = useAccounts({ query: '', ...askedStretch(0) }, onFault);

  const look = (query: string, first: number) => {
    from.value = first;
    question.value = { query, ...askedStretch(first) };
  };

  const found = held.value;
  // Accounts may have gone since: then the last page that there is.
  const page = found ? pageFrom(from.value, found.total) : 0;
  const gone = found !== undefined && page !== from.value;
  useLayoutEffect(() => {
    if (gone) look(question.peek().query, page);
  });

  return (
    <section class="stack" aria-labelledby="accounts-title">
      <h1 id="accounts-title">{t('placeAccounts')}</h1>
      <a class="button" id="to-add" href="#add">
        {t('addTitle')}
      </a>
      {problem.value && <Warning>{problem.value}</Warning>}
      {found && (found.total > 0 || found.query !== '') && (
        <div class="list-head">
          <SearchField
            query={question.value.query}
            onQuery={(query) => {
              said.value = '';
              look(query, 0);
            }}
          />
          <Pages
            from={page}
            size={PAGE_SIZE}
            total={found.total}
            onPage={(first) => look(question.value.query, first)}
          />
        </div>
      )}
      <Said>{said.value}</Said>
      {found?.total === 0 && (
        <p class="quiet-text" role="status">
          {found.query === '' ? t('accountsEmpty') : t('nothingFound', found.query)}
        </p>
      )}
      {found && (
        <AccountList
          held={found}
          from={page}
          guard={guard}
          attempt={attempt}
          onSaid={(sentence) => {
            said.value = sentence;
          }}
        />
      )}
    </section>
  );
}
