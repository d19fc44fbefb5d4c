import { useSignal } from '@preact/signals';
import { ArrowDownToLine, ArrowUpToLine } from 'lucide-preact';
import { useCallback } from 'preact/hooks';
import { accountName, issuerName } from '../../account-name.ts';
import { SearchField } from '../../accounts/search-field.tsx';
import { useAccounts } from '../../accounts/use-accounts.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Warning } from '../../notice.tsx';
import type { Destination } from './bulk-verbs.ts';
import type { Picked } from './selection.ts';

/** Accounts that are offered: more are found by typing. */
const OFFERED = 50;

interface Props {
  readonly title: string;
  readonly moving: readonly Picked[];
  readonly onMove: (to: Destination) => void;
  readonly onClose: () => void;
}

/** Asks where accounts are to go: for who does not drag, and for places that are far away. */
export function MoveDialog({ title, moving, onMove, onClose }: Props) {
  const problem = useSignal('');
  const onFault = useCallback(
    (error: unknown) => {
      problem.value = errorSentence(error);
    },
    [problem],
  );
  const { question, held } = useAccounts({ query: '', from: 0, count: OFFERED }, onFault);
  const ids = new Set(moving.map(({ id }) => id));
  // Pinned accounts stay among themselves, and so do the others.
  const fits = (pinned: boolean) => moving.some((each) => each.pinned === pinned);
  const offered = (held.value?.accounts ?? []).filter(
    ({ id, pinned }) => !ids.has(id) && fits(pinned),
  );
  return (
    <Dialog id="move-dialog" title={title} onClose={onClose}>
      {problem.value && <Warning>{problem.value}</Warning>}
      <div class="actions">
        <button type="button" id="move-top" onClick={() => onMove('top')}>
          <ArrowUpToLine />
          {t('moveToTop')}
        </button>
        <button type="button" id="move-bottom" onClick={() => onMove('bottom')}>
          <ArrowDownToLine />
          {t('moveToBottom')}
        </button>
      </div>
      <h3>{t('moveBefore')}</h3>
      <SearchField
        id="move-search"
        query={question.value.query}
        onQuery={(query) => {
          question.value = { query, from: 0, count: OFFERED };
        }}
      />
      <ul class="offered" id="move-before">
        {offered.map((account) => (
          <li key={account.id}>
            <button
              type="button"
              class="quiet"
              data-before={account.id}
              aria-description={t('moveBeforeOne', accountName(account))}
              onClick={() => onMove({ before: account.id })}
            >
              <span dir="auto">{issuerName(account) || accountName(account)}</span>
              {issuerName(account) && (
                <span class="quiet-text" dir="auto">
                  {account.account}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
