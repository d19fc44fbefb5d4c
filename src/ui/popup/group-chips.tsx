import type { Signal } from '@preact/signals';
import type { AccountQuestion } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { Segmented } from '../kit/segmented.tsx';
import type { Shown } from './ask.ts';
import { FIRST_QUESTION } from './use-view.ts';

/** Stands for all accounts; no group's id is empty. */
const ALL = '';

interface Props {
  readonly groups: Shown['groups'];
  readonly question: Signal<AccountQuestion>;
}

/** The user's groups, of which the list shows one or all. */
export function GroupChips({ groups, question }: Props) {
  const { query, filter } = question.value;
  return (
    <Segmented
      label={t('groupsLabel')}
      value={filter?.group ?? ALL}
      options={[
        { value: ALL, label: t('groupsAll') },
        ...groups.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(group) => {
        question.value = {
          ...FIRST_QUESTION,
          query,
          ...(group === ALL ? {} : { filter: { group } }),
        };
      }}
    />
  );
}
