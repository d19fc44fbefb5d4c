import type { Signal } from '@preact/signals';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { AccountPanel } from './account-panel.tsx';
import type { Shown } from './ask.ts';
import { ChoiceList } from './choice-list.tsx';
import { onEscape } from './on-escape.ts';
import './account-chooser.css';

interface Props {
  readonly host: string;
  readonly held: HeldAccounts;
  readonly groups: Shown['groups'];
  readonly question: Signal<AccountQuestion>;
  readonly onChoose: (account: AccountRow) => void;
  readonly onCancel: () => void;
}

/** All accounts, of which the user chooses one for the site of the tab. */
export function AccountChooser({ host, held, groups, question, onChoose, onCancel }: Props) {
  return (
    <section
      class="chooser stack"
      id="choosing"
      aria-labelledby="choosing-title"
      onKeyDown={onEscape(onCancel)}
    >
      <header>
        <h2 id="choosing-title">{t('chooseTitle', host)}</h2>
        <button type="button" class="quiet" id="choosing-cancel" onClick={onCancel}>
          {t('cancel')}
        </button>
      </header>
      <AccountPanel held={held} question={question} groups={groups}>
        {(keys) => (
          <ChoiceList held={held} question={question} host={host} onChoose={onChoose} {...keys} />
        )}
      </AccountPanel>
    </section>
  );
}
