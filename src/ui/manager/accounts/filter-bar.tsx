import { FolderCog } from 'lucide-preact';
import { whoseAccount } from '../../enrolment/whose-account.ts';
import { type MessageKey, numeral, t } from '../../i18n.ts';
import { ANY, type Facets, type Filter, isFiltering, refine, type Sort } from './filter.ts';

const PROOFS = [
  ['verified', 'verified'],
  ['unverified', 'notVerifiedYet'],
  ['unknown', 'proofUnknown'],
] as const satisfies readonly (readonly [keyof Facets['proofs'], MessageKey])[];

const SORTS: Record<Sort, MessageKey> = {
  own: 'sortOwn',
  name: 'sortName',
  created: 'sortCreated',
  used: 'sortUsed',
};

interface Props {
  readonly facets: Facets;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly onFilter: (filter: Filter) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onGroups: () => void;
}

/** What narrows the list, and its order. A choice of one is none: it is left out. */
export function FilterBar({ facets, filter, sort, onFilter, onSort, onGroups }: Props) {
  const choose = <Field extends keyof Filter>(field: Field, value: Filter[Field] | undefined) =>
    onFilter(refine(filter, field, value));
  const { tenants, kinds, groups, proofs, needsAction, ungrouped } = facets;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame around what is one line.
    <div class="filter-bar" role="group" aria-label={t('filterTitle')}>
      {tenants.length > 1 && (
        <Choice
          id="filter-tenant"
          label={t('filterTenant')}
          any={t('filterTenantAny')}
          value={filter.tenant}
          choices={tenants.map(({ tenant, name, count }) => ({ value: tenant, name, count }))}
          onChoose={(tenant) => choose('tenant', tenant)}
        />
      )}
      {kinds.length > 1 && (
        <Choice
          id="filter-kind"
          label={t('filterKind')}
          any={t('filterKindAny')}
          value={filter.kind}
          choices={kinds.map(({ kind, count }) => ({
            value: kind,
            name: whoseAccount(kind),
            count,
          }))}
          onChoose={(kind) => choose('kind', kind)}
        />
      )}
      {groups.length > 0 && (
        <Choice
          id="filter-group"
          label={t('filterGroup')}
          any={t('filterGroupAny')}
          value={filter.group}
          choices={[
            ...groups.map(({ id, name, count }) => ({ value: id, name, count })),
            { value: 'none', name: t('noGroup'), count: ungrouped },
          ]}
          onChoose={(group) => choose('group', group)}
        />
      )}
      <Choice
        id="filter-proof"
        label={t('filterProof')}
        any={t('filterProofAny')}
        value={filter.proof}
        choices={PROOFS.map(([value, key]) => ({ value, name: t(key), count: proofs[value] }))}
        onChoose={(proof) => choose('proof', proof)}
      />
      <label>
        <span class="visually-hidden">{t('sortLabel')}</span>
        <select
          id="sort"
          value={sort}
          onChange={({ currentTarget: { value } }) =>
            onSort(SORTS_OFFERED.find((each) => each === value) ?? 'own')
          }
        >
          {SORTS_OFFERED.map((each) => (
            <option key={each} value={each}>
              {t(SORTS[each])}
            </option>
          ))}
        </select>
      </label>
      {(needsAction > 0 || filter.needsAction) && (
        <button
          type="button"
          class="chip"
          id="filter-needs-action"
          aria-pressed={filter.needsAction === true}
          onClick={() => choose('needsAction', filter.needsAction ? undefined : true)}
        >
          {t('filterNeedsAction', numeral(needsAction))}
        </button>
      )}
      {isFiltering(filter) && (
        <button type="button" class="quiet" id="clear-filters" onClick={() => onFilter({})}>
          {t('filterClear')}
        </button>
      )}
      <button type="button" class="quiet" id="manage-groups" onClick={onGroups}>
        <FolderCog />
        {t('groupsManage')}
      </button>
    </div>
  );
}

const SORTS_OFFERED = Object.keys(SORTS) as Sort[];

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  /** What choosing nothing is called. */
  readonly any: string;
  readonly value: Value | undefined;
  readonly choices: readonly {
    readonly value: Value;
    readonly name: string;
    readonly count: number;
  }[];
  readonly onChoose: (value: Value | undefined) => void;
}

/** A native choice, that says how many accounts each of them has. */
function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { id, label, any, value, choices, onChoose } = props;
  return (
    <label>
      <span class="visually-hidden">{label}</span>
      <select
        id={id}
        data-chosen={value !== undefined || undefined}
        value={value ?? ANY}
        onChange={({ currentTarget }) =>
          onChoose(choices.find((each) => each.value === currentTarget.value)?.value)
        }
      >
        <option value={ANY}>{any}</option>
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {t('countedChoice', each.name, numeral(each.count))}
          </option>
        ))}
      </select>
    </label>
  );
}
