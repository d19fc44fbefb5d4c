import type { ComponentChildren } from 'preact';
import { accountName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { moment } from '../../moment.ts';
import { hostsOf } from './hosts-of.ts';

interface Props {
  readonly account: AccountRow;
  readonly onReveal: (account: AccountRow) => void;
}

/** What is seldom asked about an account, and how another device gets it. */
export function AccountDetails({ account, onReveal }: Props) {
  const { organisation, elsewhere, origins, createdAt } = account;
  const name = accountName(account);
  return (
    <details class="account-details">
      <summary aria-label={t('detailsOf', name)}>{t('details')}</summary>
      <dl class="parameters">
        {organisation && (
          <Detail id="organisation" name={t('nameOrganisation')}>
            <bdi dir="auto">{organisation}</bdi>
          </Detail>
        )}
        <Detail id="origins" name={t('detailSites')}>
          {origins.length === 0
            ? t('detailNoSite')
            : hostsOf(origins).map((host) => (
                <bdi key={host} class="host" dir="ltr">
                  {host}
                </bdi>
              ))}
        </Detail>
        {elsewhere !== undefined && (
          <Detail id="elsewhere" name={t('whereElse')}>
            <bdi dir="auto">{elsewhere}</bdi>
          </Detail>
        )}
        <Detail id="added" name={t('detailAdded')}>
          {moment(createdAt)}
        </Detail>
      </dl>
      <button
        type="button"
        class="reveal"
        data-action="reveal"
        aria-label={t('revealOf', name)}
        onClick={() => onReveal(account)}
      >
        {t('reveal')}
      </button>
    </details>
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
