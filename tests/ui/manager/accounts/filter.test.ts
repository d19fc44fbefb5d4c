import { describe, expect, it } from 'vitest';
import {
  type Facets,
  isFiltering,
  refine,
  withoutGone,
} from '../../../../src/ui/manager/accounts/filter.ts';

const FACETS: Facets = {
  total: 3,
  pinned: 0,
  needsAction: 0,
  kinds: [{ kind: 'work', count: 3 }],
  tenants: [{ tenant: 'contoso', name: 'Contoso', count: 3 }],
  groups: [{ id: 'g', name: 'Clients', count: 1 }],
  ungrouped: 2,
  proofs: { unverified: 0, verified: 1, unknown: 2 },
};

describe('refine', () => {
  it('adds a choice, changes it and takes it out', () => {
    const one = refine({}, 'kind', 'work');
    expect(one).toEqual({ kind: 'work' });
    expect(refine(one, 'kind', 'personal')).toEqual({ kind: 'personal' });
    expect(refine({ ...one, group: 'none' }, 'kind', undefined)).toEqual({ group: 'none' });
    expect('kind' in refine(one, 'kind', undefined)).toBe(false);
  });
});

describe('isFiltering', () => {
  it('tells whether anything is chosen', () => {
    expect(isFiltering({})).toBe(false);
    expect(isFiltering({ kind: undefined })).toBe(false);
    expect(isFiltering({ needsAction: true })).toBe(true);
  });
});

describe('withoutGone', () => {
  it('is the same filter where all of it is there', () => {
    const filter = { kind: 'work', tenant: 'contoso', group: 'g', proof: 'verified' } as const;
    expect(withoutGone(filter, FACETS)).toBe(filter);
    const none = { group: 'none' };
    expect(withoutGone(none, FACETS)).toBe(none);
  });

  it('loses what nobody could choose any more', () => {
    const filter = { kind: 'guest', tenant: 'gone', group: 'x', proof: 'verified' } as const;
    expect(withoutGone(filter, FACETS)).toEqual({ proof: 'verified' });
  });
});
