import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { accountName, issuerName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { whoseAccount } from '../../enrolment/whose-account.ts';
import { t } from '../../i18n.ts';
import { AccountIcon } from '../../kit/account-icon.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { moment } from '../../moment.ts';
import { accountType } from './account-type.ts';
import type { AccountVerbs } from './account-verbs.ts';
import { BoundSite } from './bound-site.tsx';
import { EditForm } from './edit-form.tsx';
import { FillingForm } from './filling-form.tsx';
import type { Facets } from './filter.ts';
import { hostsOf } from './hosts-of.ts';
import '../../facts.css';

interface Props {
  readonly account: AccountRow;
  readonly groups: Facets['groups'];
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly onEdited: () => void;
  readonly onClose: () => void;
  readonly verbs: Pick<AccountVerbs, 'reveal' | 'setFilling' | 'unbind'>;
  /** Runs what a button does and shows what went wrong. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
}

/**
 * What is seldom asked about an account, where its names are changed, how its codes are filled in, and how another device
 * gets it.
 */
export function AccountDetails(props: Props) {
  const { account, groups, isEditing, onEdit, onEdited, onClose, verbs, attempt } = props;
  const { id, methodsPage } = account;
  const name = accountName(account);
  return (
    <section
      class="account-details stack"
      data-id={id}
      aria-label={t('detailsOf', name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        {!isEditing && <AccountIcon account={account} size={48} />}
        <div class="names">
          <h2 dir="auto">{issuerName(account) || name}</h2>
          {issuerName(account) && <p dir="auto">{account.account}</p>}
        </div>
        <IconButton
          label={t('detailsClose')}
          icon={X}
          data-action="close-details"
          onClick={onClose}
        />
      </header>
      {isEditing ? (
        <EditForm key={id} account={account} groups={groups} onEnd={onEdited} />
      ) : (
        <>
          <div class="actions">
            <button type="button" data-action="edit-here" onClick={onEdit}>
              {t('editHere')}
            </button>
            <button
              type="button"
              data-action="reveal"
              aria-description={t('revealOf', name)}
              onClick={() => verbs.reveal(account)}
            >
              {t('reveal')}
            </button>
            {methodsPage !== undefined && (
              <button
                type="button"
                data-action="methods"
                onClick={() => void attempt(() => browser.tabs.create({ url: methodsPage }))}
              >
                {t('openMethods')}
              </button>
            )}
          </div>
          <Facts account={account} groups={groups} name={name} onUnbind={verbs.unbind} />
          <FillingForm key={id} account={account} onSave={verbs.setFilling} />
        </>
      )}
    </section>
  );
}

interface FactsProps {
  readonly account: AccountRow;
  readonly groups: Facets['groups'];
  readonly name: string;
  readonly onUnbind: AccountVerbs['unbind'];
}

function Facts({ account, groups, name, onUnbind }: FactsProps) {
  const { issuer, organisation, tenant, elsewhere, origins, history, kind, proof } = account;
  const group = groups.find(({ id }) => id === account.group);
  return (
    <dl class="parameters">
      <Detail id="issuer" name={t('nameIssuer')}>
        {issuer && <bdi dir="auto">{issuer}</bdi>}
      </Detail>
      <Detail id="organisation" name={t('nameOrganisation')}>
        {organisation && <bdi dir="auto">{organisation}</bdi>}
      </Detail>
      <Detail id="tenant" name={t('detailTenant')}>
        {tenant && (
          <bdi class="number" dir="ltr">
            {tenant}
          </bdi>
        )}
      </Detail>
      <Detail id="account" name={t('nameAccount')}>
        {account.account && <bdi dir="auto">{account.account}</bdi>}
      </Detail>
      <Detail id="kind" name={t('whose')}>
        {whoseAccount(kind)}
      </Detail>
      <Detail id="group" name={t('filterGroup')}>
        {group && <bdi dir="auto">{group.name}</bdi>}
      </Detail>
      <Detail id="codes" name={t('detailCodes')}>
        {accountType(account)}
      </Detail>
      <Detail id="proof" name={t('detailProof')}>
        {t(PROOF[proof ?? 'unknown'])}
      </Detail>
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
      <Detail id="elsewhere" name={t('whereElse')}>
        {elsewhere !== undefined && <bdi dir="auto">{elsewhere}</bdi>}
      </Detail>
      <Detail id="added" name={t('detailAdded')}>
        {moment(account.createdAt)}
      </Detail>
      <Detail id="used" name={t('columnUsed')}>
        {account.lastUsedAt === undefined ? t('neverUsed') : moment(account.lastUsedAt)}
      </Detail>
      <Detail id="refusals" name={t('refusalsTitle')}>
        {history.length > 0 && (
          <ul class="refusals">
            {history.toReversed().map(({ at, origin }) => (
              <li key={`${at} ${origin}`}>
                {t('refusalNotMe', moment(at), hostsOf([origin])[0] ?? origin)}
              </li>
            ))}
          </ul>
        )}
      </Detail>
    </dl>
  );
}

const PROOF = {
  verified: 'verified',
  unverified: 'notVerifiedYet',
  unknown: 'proofUnknown',
} as const;

interface DetailProps {
  readonly id: string;
  readonly name: string;
  /** Nothing: the detail is left out. */
  readonly children: ComponentChildren;
}

function Detail({ id, name, children }: DetailProps) {
  if (!children) return null;
  return (
    <div data-detail={id}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
