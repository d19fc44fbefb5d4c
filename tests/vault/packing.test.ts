import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_KINDS, type Account, AccountSchema, PROOFS } from '../../src/vault/account.ts';
import { FILL_MODES } from '../../src/vault/fill-mode.ts';
import { PackedAccountsSchema, packAccounts, unpackAccounts } from '../../src/vault/packing.ts';
import { anyCredential, hotp, steam, totp } from '../otp/credentials.ts';
import { fault, numberedSecret } from './builders.ts';
import { IMAGE, png } from './png.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const anyTime = fc.integer({ min: 0, max: 4_000_000_000_000 });
const anyOrigins = fc.uniqueArray(
  fc.constantFrom('https://a.example', 'https://b.example:8443', 'https://c.example'),
);
const anyRefusal = fc.record({
  at: anyTime,
  kind: fc.constant('not-me' as const),
  origin: fc.constantFrom('https://a.example', 'https://b.example:8443'),
});
const anyAccount: fc.Arbitrary<Account> = fc
  .record(
    {
      id: fc.uuid(),
      credential: anyCredential,
      kind: fc.constantFrom(...ACCOUNT_KINDS),
      createdAt: anyTime,
      origins: anyOrigins,
      tenant: fc.uuid(),
      proof: fc.constantFrom(...PROOFS),
      elsewhere: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      replaces: fc.uuid(),
      pinned: fc.constant(true as const),
      group: fc.uuid(),
      image: fc.constantFrom(IMAGE, png(64, 64, 0)),
      mode: fc.constantFrom(...FILL_MODES),
      submits: fc.constant(true as const),
      insteadOfPush: fc.constant(true as const),
      history: fc.array(anyRefusal, { minLength: 1, maxLength: 20 }),
      deletedAt: anyTime,
    },
    { requiredKeys: ['id', 'credential', 'kind', 'createdAt', 'origins'] },
  )
  .filter((account) => v.is(AccountSchema, account));

/** As it is after a way through the disk. */
const stored = (accounts: readonly Account[]) =>
  v.parse(PackedAccountsSchema, JSON.parse(JSON.stringify(packAccounts(accounts))));

describe('packed accounts', () => {
  it('are the same again, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 12 }), (accounts) => {
        expect(unpackAccounts(stored(accounts))).toEqual(accounts);
      }),
    );
  });

  it('are the same again after a second way through the disk', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 6 }), (accounts) => {
        const once = unpackAccounts(stored(accounts));
        expect(unpackAccounts(stored([...once, ...accounts]))).toEqual([...accounts, ...accounts]);
      }),
    );
  });

  it('of a kind take little more than their ids and secrets', () => {
    const accounts = Array.from(
      { length: 100 },
      (_, number): Account => ({
        id: idOf(number),
        credential: totp({ secret: numberedSecret(number), account: 'alex' }),
        kind: 'work',
        proof: 'verified',
        createdAt: 1_700_000_000_000,
        origins: ['https://login.microsoftonline.com'],
        tenant: '11111111-2222-3333-4444-555555555555',
      }),
    );
    const packed = packAccounts(accounts);
    expect(packed.texts).toEqual(['Microsoft', 'Contoso', accounts[0]?.tenant]);
    expect([packed.parameterSets.length, packed.originSets.length]).toEqual([1, 1]);
    // What hardly any account has takes nothing of the others.
    expect(
      [packed.mode, packed.history, packed.image, packed.submits, packed.insteadOfPush].flat(),
    ).toEqual([]);
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(accounts).length / 2);
  });
});

describe('columns that do not belong together are damaged:', () => {
  const accounts: Account[] = [
    {
      ...{ id: idOf(1), kind: 'guest', credential: totp(), createdAt: 1, origins: [] },
      ...{ tenant: idOf(9), proof: 'verified', elsewhere: 'Phone', replaces: idOf(8) },
      ...{ group: idOf(7), image: IMAGE },
    },
    {
      ...{ id: idOf(2), kind: 'other', credential: hotp({ counter: 7 }), createdAt: 2 },
      ...{ origins: ['https://a.example'], proof: 'unverified' },
    },
    {
      ...{ id: idOf(3), kind: 'other', credential: steam(), createdAt: 3, origins: [] },
      ...{ pinned: true, deletedAt: 4, mode: 'manual', submits: true, insteadOfPush: true },
      history: [{ at: 5, kind: 'not-me', origin: 'https://a.example' }],
    },
  ];
  const good = () => stored(accounts);

  it('(those that do are not)', () => {
    expect(unpackAccounts(good())).toEqual(accounts);
  });

  it.each([
    'id',
    'secret',
    'account',
    'createdAt',
    'issuer',
    'prefix',
    'tenant',
    'group',
    'parameters',
    'origins',
    'kind',
    'proof',
  ] as const)('%s has an entry less', (name) => {
    const packed = good();
    const column = packed[name];
    const shorter =
      typeof column === 'string' ? column.slice(0, column.lastIndexOf(' ')) : column.slice(0, -1);
    expect(() => unpackAccounts({ ...packed, [name]: shorter })).toThrow(
      expect.objectContaining(fault('damaged')),
    );
  });

  it.each(['createdAt', 'tenant', 'group', 'kind', 'proof'] as const)(
    '%s has an entry more',
    (name) => {
      const packed = good();
      expect(() => unpackAccounts({ ...packed, [name]: [...packed[name], 0] })).toThrow(
        expect.objectContaining({ ...fault('damaged'), field: name }),
      );
    },
  );

  it.each([
    ['issuer', [0, 99, 0]],
    ['prefix', [0, -1, 0]],
    ['tenant', [99, -1, -1]],
    ['tenant', [-2, -1, -1]],
    ['group', [99, -1, -1]],
    ['group', [-2, -1, -1]],
    ['parameters', [0, 3, 1]],
    ['origins', [0, -1, 0]],
    ['kind', [1, 4, 3]],
    ['kind', [1, -1, 3]],
    ['proof', [1, 0, 2]],
    ['proof', [1, 0, -2]],
    ['elsewhere', [[3, 'Phone']]],
    ['replaces', [[-1, idOf(1)]]],
    ['pinned', [3]],
    ['image', [[3, IMAGE]]],
    ['mode', [[3, 0]]],
    ['mode', [[0, 3]]],
    ['mode', [[0, -1]]],
    ['history', [[3, []]]],
    ['submits', [3]],
    ['insteadOfPush', [-1]],
    ['deletedAt', [[3, 1]]],
    ['deletedAt', [[0.5, 1]]],
  ])('%s names an entry that there is not (%j)', (name, column) => {
    expect(() => unpackAccounts({ ...good(), [name]: column })).toThrow(
      expect.objectContaining({ ...fault('damaged'), field: name }),
    );
  });

  it.each([
    ['a text among numbers', { createdAt: [1, '2', 3] }],
    ['half a number', { issuer: [0, 0.5, 0] }],
    ['a number among texts', { account: ['a', 2, 'c'] }],
    ['an unknown type', { parameterSets: [{ type: 'x', algorithm: 'SHA1', digits: 6 }] }],
    ['a kind by its name', { kind: ['work', 'work', 'work'] }],
    ['a number for a text', { elsewhere: [[0, 1]] }],
    ['a mode by its name', { mode: [[0, 'ask']] }],
    ['a refusal without its site', { history: [[0, [{ at: 1, kind: 'not-me' }]]] }],
    ['a refusal of another kind', { history: [[0, [{ at: 1, kind: 'x', origin: 'https://a' }]]] }],
    ['a group by its name', { group: ['Family', -1, -1] }],
    ['a number for a picture', { image: [[0, 1]] }],
    ['no groups', { group: undefined }],
    ['no modes', { mode: undefined }],
    ['no proofs', { proof: undefined }],
    ['no ids', { id: undefined }],
    ['a column too many', { note: [] }],
  ])('%s does not fit', (_, change) => {
    expect(v.is(PackedAccountsSchema, { ...good(), ...change })).toBe(false);
  });
});
