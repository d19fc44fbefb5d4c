import type { Response } from '../../../messages/protocol.ts';
import type { AccountQuestion } from '../../accounts/use-accounts.ts';

export type Filter = NonNullable<AccountQuestion['filter']>;
export type Facets = Response<'accounts.facets'>;
export type Sort = NonNullable<AccountQuestion['sort']>;

/** What the value of a native choice stands for where it is no choice at all. */
export const ANY = '';

/** The filter with one more choice in it, or one less: undefined takes it out. */
export function refine<Field extends keyof Filter>(
  filter: Filter,
  field: Field,
  value: Filter[Field] | undefined,
): Filter {
  const { [field]: _, ...others } = filter;
  return value === undefined ? others : { ...others, [field]: value };
}

export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/**
 * The filter without what nobody could choose any more: a group or an organisation that is gone would leave the list
 * empty, and its choice without a name. The same object where nothing is gone.
 */
export function withoutGone(filter: Filter, { groups, tenants, kinds }: Facets): Filter {
  const { group, tenant, kind } = filter;
  let left = filter;
  if (group !== undefined && group !== 'none' && !groups.some(({ id }) => id === group)) {
    left = refine(left, 'group', undefined);
  }
  if (tenant !== undefined && !tenants.some((each) => each.tenant === tenant)) {
    left = refine(left, 'tenant', undefined);
  }
  if (kind !== undefined && !kinds.some((each) => each.kind === kind)) {
    left = refine(left, 'kind', undefined);
  }
  return left;
}
