import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ACCOUNT_KINDS, type Account, PROOFS } from '../../src/vault/account.ts';
import { liveAccounts, moveAccounts } from '../../src/vault/accounts.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { facetsOf } from '../../src/vault/facets.ts';
import { type Filter, LISTED_PROOFS, listAccounts, SORTS } from '../../src/vault/listing.ts';
import type { Use } from '../../src/vault/use.ts';
import { hotp, totp } from '../otp/credentials.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';

// Ten thousand accounts, and hundreds of vaults.
vi.setConfig({ testTimeout: 30_000 });

const NOW = 1_700_000_000_000;
const TENANT = '11111111-2222-3333-4444-555555555555';
const OTHER_TENANT = '99999999-8888-7777-6666-555555555555';

const idOf = (name: string | number) => `00000000-0000-4000-8000-${`${name}`.padEnd(12, '0')}`;
const FAMILY = { id: idOf('f1'), name: 'Family' };
const SERVERS = { id: idOf('f2'), name: 'Servers' };

const account = (name: string, changes: Partial<Account> = {}): Account => ({
  id: idOf(name),
  credential: totp({ issuer: 'GitHub', prefix: 'GitHub', account: name }),
  kind: 'other',
  createdAt: NOW,
  origins: [],
  ...changes,
});

const documentOf = (...accounts: Account[]): VaultDocument => ({
  ...EMPTY_DOCUMENT,
  accounts,
  groups: [FAMILY, SERVERS],
});

const NO_USES = new Map<string, Use>();

/** Named by one letter each. */
const listed = (
  document: VaultDocument,
  listing: Partial<Parameters<typeof listAccounts>[2]> = {},
  uses: ReadonlyMap<string, Use> = NO_USES,
) =>
  listAccounts(document, uses, { query: '', ...listing })
    .map(({ credential }) => credential.account)
    .join('');

describe('accounts that are sorted', () => {
  const document = documentOf(
    account('c', { createdAt: NOW + 1 }),
    account('a', { createdAt: NOW + 3 }),
    account('x', { deletedAt: NOW }),
    account('b', { createdAt: NOW + 2, pinned: true }),
    account('d', { createdAt: NOW }),
  );
  const uses = new Map<string, Use>([
    [idOf('a'), { at: NOW }],
    [idOf('d'), { at: NOW + 1 }],
    [idOf('x'), { at: NOW + 2 }],
  ]);

  it.each([
    [undefined, 'bcad'],
    ['own', 'bcad'],
    ['name', 'abcd'],
    ['created', 'abcd'],
    ['used', 'dabc'],
  ] as const)('by %s stand so', (sort, order) => {
    expect(listed(document, { sort }, uses)).toBe(order);
  });

  it('by name stand by what is shown of them: organisation or issuer, then account', () => {
    const named = (issuer: string, prefix: string, name: string) =>
      account(name, { credential: totp({ issuer, prefix, account: name }) });
    const shuffled = documentOf(
      named('Microsoft', 'Zebra', 'a'),
      named('Account 10', 'Account 10', 'd'),
      named('ähnlich', 'ähnlich', 'e'),
      named('Microsoft', 'Contoso', 'g'),
      named('Account 2', 'Account 2', 'c'),
      named('Contoso', '', 'f'),
    );
    expect(listed(shuffled, { sort: 'name' })).toBe('cdefga');
  });
});

describe('accounts that are filtered', () => {
  const document = documentOf(
    account('a', { kind: 'work', tenant: TENANT, proof: 'unverified' }),
    account('b', { kind: 'guest', group: FAMILY.id, proof: 'verified' }),
    account('c', { group: FAMILY.id, credential: hotp({ account: 'c' }) }),
    account('d', { group: SERVERS.id, deletedAt: NOW }),
    account('e', { credential: hotp({ account: 'e' }) }),
  );
  const uses = new Map<string, Use>([
    [idOf('b'), { at: NOW, refused: true }],
    [idOf('c'), { at: NOW, refused: true }],
    [idOf('e'), { at: NOW }],
  ]);

  it.each<[Filter, string]>([
    [{}, 'abce'],
    [{ kind: 'work' }, 'a'],
    [{ kind: 'personal' }, ''],
    [{ tenant: TENANT }, 'a'],
    [{ tenant: OTHER_TENANT }, ''],
    [{ group: FAMILY.id }, 'bc'],
    [{ group: SERVERS.id }, ''],
    [{ group: 'none' }, 'ae'],
    [{ proof: 'unverified' }, 'a'],
    [{ proof: 'verified' }, 'b'],
    [{ proof: 'unknown' }, 'ce'],
    [{ needsAction: true }, 'ac'],
    [{ group: FAMILY.id, needsAction: true }, 'c'],
    [{ kind: 'work', proof: 'verified' }, ''],
  ])('by %o are those', (filter, found) => {
    expect(listed(document, { filter }, uses)).toBe(found);
  });

  it('have the words of the query, too', () => {
    expect(listed(document, { query: 'family', filter: { kind: 'guest' } })).toBe('b');
  });
});

describe('an organisation at Microsoft', () => {
  const at = (name: string, prefix: string, changes: Partial<Account> = {}) =>
    account(name, {
      credential: totp({ issuer: 'Microsoft', prefix, account: `${name}@contoso.example` }),
      kind: 'work',
      ...changes,
    });
  const tenantsOf = (document: VaultDocument) => facetsOf(document, NO_USES).tenants;

  it('is known by its tenant, and so are the accounts that name it alone', () => {
    const document = documentOf(at('a', 'Contoso'), at('b', 'Contoso', { tenant: TENANT }));
    expect(tenantsOf(document)).toEqual([{ tenant: TENANT, name: 'Contoso', count: 2 }]);
    expect(listAccounts(document, NO_USES, { query: '', filter: { tenant: TENANT } })).toHaveLength(
      2,
    );
  });

  it('is known by its name where no tenant is known, or two have that name', () => {
    expect(tenantsOf(documentOf(at('a', 'Contoso')))).toEqual([
      { tenant: 'Contoso', name: 'Contoso', count: 1 },
    ]);
    const document = documentOf(
      at('a', 'Contoso', { tenant: TENANT }),
      at('b', 'Contoso', { tenant: OTHER_TENANT }),
      at('c', 'Contoso'),
    );
    expect(tenantsOf(document).map(({ tenant }) => tenant)).toEqual([
      ...[TENANT, OTHER_TENANT, 'Contoso'],
    ]);
    expect(listAccounts(document, NO_USES, { query: '', filter: { tenant: 'Contoso' } })).toEqual([
      document.accounts[2],
    ]);
  });

  it('that no account names is called by the domain of the addresses, else by its GUID', () => {
    const nameless = at('a', 'Microsoft', { tenant: TENANT });
    expect(tenantsOf(documentOf(nameless))).toEqual([
      { tenant: TENANT, name: 'contoso.example', count: 1 },
    ]);
    const without = { ...nameless, credential: { ...nameless.credential, account: 'alex' } };
    expect(tenantsOf(documentOf(without))).toMatchObject([{ name: TENANT }]);
    expect(tenantsOf(documentOf(nameless, without))).toMatchObject([{ name: 'contoso.example' }]);
    const named = at('b', 'Contoso', { tenant: TENANT });
    for (const order of [
      [nameless, named, without],
      [without, nameless, named],
      [named, without, nameless],
    ]) {
      expect(tenantsOf(documentOf(...order))).toEqual([
        { tenant: TENANT, name: 'Contoso', count: 3 },
      ]);
    }
  });

  it('is none of other sites', () => {
    const elsewhere = { ...at('a', 'Contoso'), kind: 'other' as const };
    expect(tenantsOf(documentOf(elsewhere))).toEqual([]);
  });

  it('with most accounts comes first', () => {
    const document = documentOf(at('a', 'Contoso'), at('b', 'Fabrikam'), at('c', 'Fabrikam'));
    expect(tenantsOf(document).map(({ name }) => name)).toEqual(['Fabrikam', 'Contoso']);
  });
});

const anyAccount = fc.record(
  {
    pinned: fc.constant(true as const),
    group: fc.constantFrom(FAMILY.id, SERVERS.id),
    tenant: fc.constantFrom(TENANT, OTHER_TENANT),
    proof: fc.constantFrom(...PROOFS),
    deletedAt: fc.constant(NOW),
    kind: fc.constantFrom(...ACCOUNT_KINDS),
    createdAt: fc.integer({ min: 0, max: 5 }),
    credential: fc
      .constantFrom('Contoso', 'Fabrikam', 'Microsoft')
      .chain((prefix) =>
        fc.constantFrom(
          hotp({ issuer: 'Microsoft', prefix, account: 'alex' }),
          totp({ issuer: 'Microsoft', prefix, account: 'alex@contoso.example' }),
        ),
      ),
  },
  { requiredKeys: ['kind', 'createdAt', 'credential'] },
);
const anyDocument = fc
  .array(anyAccount, { maxLength: 12 })
  .map((accounts) => documentOf(...accounts.map((each, at) => account(`${at}`, each))));
const anyUses = fc
  .array(fc.tuple(fc.nat(11), fc.nat(5), fc.constantFrom(undefined, true as const)))
  .map(
    (uses) => new Map(uses.map(([id, at, refused]): [string, Use] => [idOf(id), { at, refused }])),
  );

describe('whatever the accounts', () => {
  it('every order has each of them once', () => {
    fc.assert(
      fc.property(anyDocument, anyUses, fc.constantFrom(...SORTS), (document, uses, sort) => {
        const sorted = listAccounts(document, uses, { query: '', sort });
        expect(sorted).toHaveLength(liveAccounts(document).length);
        expect(new Set(sorted)).toEqual(new Set(liveAccounts(document)));
      }),
    );
  });

  it('each is found by one value of every filter, and the facets count them', () => {
    fc.assert(
      fc.property(anyDocument, anyUses, (document, uses) => {
        const facets = facetsOf(document, uses);
        const count = (filter: Filter) =>
          listAccounts(document, uses, { query: '', filter }).length;
        const kinds = facets.kinds.map(({ kind }) => ({ kind, count: count({ kind }) }));
        expect(facets.kinds).toEqual(kinds);
        expect(kinds.reduce((sum, each) => sum + each.count, 0)).toBe(facets.total);
        for (const { tenant, count: expected } of facets.tenants) {
          expect(count({ tenant })).toBe(expected);
        }
        for (const { id, count: expected } of facets.groups) {
          expect(count({ group: id })).toBe(expected);
        }
        expect(count({ group: 'none' })).toBe(facets.ungrouped);
        const grouped = facets.groups.reduce((sum, each) => sum + each.count, 0);
        expect(grouped + facets.ungrouped).toBe(facets.total);
        for (const proof of LISTED_PROOFS) expect(count({ proof })).toBe(facets.proofs[proof]);
        expect(count({ needsAction: true })).toBe(facets.needsAction);
        expect(liveAccounts(document).filter(({ pinned }) => pinned)).toHaveLength(facets.pinned);
      }),
    );
  });

  it('a move of many keeps each once, those in their order, and the others in theirs', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.nat(11), { minLength: 1 }),
        fc.option(fc.nat(11), { nil: null }),
        (document, places, before) => {
          const live = (place: number) => {
            const found = document.accounts[place];
            return found?.deletedAt === undefined ? found : undefined;
          };
          const ids = places.flatMap((place) => live(place)?.id ?? []);
          const target = before === null ? null : live(before)?.id;
          fc.pre(ids.length > 0 && target !== undefined);
          const after = moveAccounts(ids, target)(document, NOW)?.document ?? document;
          const isMoved = ({ id }: Account) => ids.includes(id);
          const parts = (accounts: readonly Account[]) => [
            accounts.filter(isMoved),
            accounts.filter((each) => !isMoved(each)),
          ];
          expect(parts(after.accounts)).toEqual(parts(document.accounts));
          // They stand together, right before the place they were to go to.
          const start = after.accounts.findIndex(isMoved);
          const count = new Set(ids).size;
          expect(after.accounts.slice(start, start + count).every(isMoved)).toBe(true);
          if (target !== null && !ids.includes(target)) {
            expect(after.accounts[start + count]?.id).toBe(target);
          }
        },
      ),
    );
  });
});

describe('ten thousand accounts', () => {
  let looks = 0;
  /** Counts how often an account is looked at. */
  const counted = (index: number): Account => {
    const whole = account(`${index}`, {
      kind: 'work',
      credential: totp({ prefix: `Organisation ${index % 700}`, account: `${index}` }),
      ...(index % 2 === 0 ? { tenant: TENANT } : {}),
    });
    return new Proxy(whole, {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key);
      },
    });
  };
  const looksFor = (count: number, ask: (document: VaultDocument) => unknown) => {
    const document = documentOf(...Array.from({ length: count }, (_, index) => counted(index)));
    looks = 0;
    ask(document);
    return looks;
  };

  it.each<[string, (document: VaultDocument) => unknown]>([
    ['are counted', (document) => facetsOf(document, NO_USES)],
    [
      'are filtered',
      (document) =>
        listAccounts(document, NO_USES, { query: 'x', filter: { tenant: TENANT, group: 'none' } }),
    ],
    [
      'are sorted by name',
      (document) => listAccounts(document, NO_USES, { query: '', sort: 'name' }),
    ],
  ])('%s in ten times the work for a thousand', (_, ask) => {
    expect(looksFor(10_000, ask)).toBeLessThanOrEqual(looksFor(1_000, ask) * 10);
  });
});
