import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { moment } from '../../moment.ts';
import type { AccountVerbs } from './account-verbs.ts';
import { BoundSite } from './bound-site.tsx';
import { FillingForm } from './filling-form.tsx';
import { hostsOf } from './hosts-of.ts';

interface Props {
  readonly account: AccountRow;
  readonly verbs: Pick<AccountVerbs, 'reveal' | 'setFilling' | 'unbind'>;
}

/** What is seldom asked about an account, how its codes are filled in, and how another device gets it. */
export function AccountDetails({ account, verbs }: Props) {
  const isOpen = useSignal(false);
  const name = accountName(account);
  return (
    <details
      class="account-details"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary aria-label={t('detailsOf', name)}>{t('details')}</summary>
      {isOpen.value && (
        <div class="stack">
          <Facts account={account} name={name} onUnbind={verbs.unbind} />
          <FillingForm account={account} onSave={verbs.setFilling} />
          <button
            type="button"
            class="reveal"
            data-action="reveal"
            aria-label={t('revealOf', name)}
            onClick={() => verbs.reveal(account)}
          >
            {t('reveal')}
          </button>
        </div>
      )}
    </details>
  );
}

interface FactsProps {
  readonly account: AccountRow;
  readonly name: string;
  readonly onUnbind: AccountVerbs['unbind'];
}

function Facts({ account, name, onUnbind }: FactsProps) {
  const { organisation, elsewhere, origins, history, createdAt } = account;
  return (
    <dl class="parameters">
      {organisation && (
        <Detail id="organisation" name={t('nameOrganisation')}>
          <bdi dir="auto">{organisation}</bdi>
        </Detail>
      )}
      <Detail id="origins" name={t('detailSites')}>
        {origins.length === 0 ? (
          t('detailNoSite')
        ) : (
          <ul class="sites">
            {origins.map((origin) => (
              <BoundSite
                key={origin}
                origin={origin}
                name={name}
                onUnbind={() => onUnbind(account, origin)}
              />
            ))}
          </ul>
        )}
      </Detail>
      {elsewhere !== undefined && (
        <Detail id="elsewhere" name={t('whereElse')}>
          <bdi dir="auto">{elsewhere}</bdi>
        </Detail>
      )}
      <Detail id="added" name={t('detailAdded')}>
        {moment(createdAt)}
      </Detail>
      {history.length > 0 && (
        <Detail id="refusals" name={t('refusalsTitle')}>
          <ul class="refusals">
            {history.toReversed().map(({ at, origin }) => (
              <li key={`${at} ${origin}`}>
                {t('refusalNotMe', moment(at), hostsOf([origin])[0] ?? origin)}
              </li>
            ))}
          </ul>
        </Detail>
      )}
    </dl>
  );
}

interface DetailProps {
  readonly id: string;
  readonly name: string;
  readonly children: ComponentChildren;
}

function Detail({ id, name, children }: DetailProps) {
  return (
    <div data-detail={id}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
