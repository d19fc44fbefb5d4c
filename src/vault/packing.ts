import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { ALGORITHMS } from '../otp/credential.ts';
import type { Account } from './account.ts';

/** What makes a code besides secret and counter; most accounts share one. */
const ParametersSchema = v.strictObject({
  type: v.picklist(['totp', 'hotp', 'steam']),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.number(),
  period: v.optional(v.number()),
});

/** Checked by hand: a schema for each of ten thousand entries would take longer than all the rest. */
const texts = v.custom<string[]>((value) => isColumn(value, (each) => typeof each === 'string'));
const numbers = v.custom<number[]>((value) => isColumn(value, Number.isSafeInteger));

/** Values that few accounts have: the account's place, and its value. */
const sparse = v.array(v.tuple([v.number(), v.number()]));

/**
 * The accounts as they are sealed: a column for each field, with an entry for each account in their order. JSON of this
 * shape is a third as long as that of the accounts themselves, and is written and parsed ten times as fast. VAULT.md
 * describes it.
 */
export const PackedAccountsSchema = v.strictObject({
  /** Both with a space between two entries: neither holds one. */
  id: v.string(),
  secret: v.string(),
  account: texts,
  createdAt: numbers,
  /** Places in `texts`, in `parameterSets`, in `originSets`; −1 for no tenant. */
  issuer: numbers,
  prefix: numbers,
  tenant: numbers,
  parameters: numbers,
  origins: numbers,
  counter: sparse,
  deletedAt: sparse,
  /** The places of pinned accounts. */
  pinned: numbers,
  texts,
  parameterSets: v.array(ParametersSchema),
  originSets: v.array(v.array(v.string())),
});
type PackedAccounts = v.InferOutput<typeof PackedAccountsSchema>;

/** One pass: at 10,000 accounts a pass for each column is felt. */
export function packAccounts(accounts: readonly Account[]): PackedAccounts {
  const ids: string[] = [];
  const secrets: string[] = [];
  const texts = new Table<string>();
  const parameterSets = new Table<Parameters>();
  const originSets = new Table<string[]>();
  const packed: PackedAccounts = {
    id: '',
    secret: '',
    account: [],
    createdAt: [],
    issuer: [],
    prefix: [],
    tenant: [],
    parameters: [],
    origins: [],
    counter: [],
    deletedAt: [],
    pinned: [],
    texts: texts.rows,
    parameterSets: parameterSets.rows,
    originSets: originSets.rows,
  };
  let origins: string[] | undefined;
  let originsAt = -1;
  accounts.forEach((account, at) => {
    const { credential, tenant, deletedAt } = account;
    ids.push(account.id);
    secrets.push(credential.secret);
    packed.account.push(credential.account);
    packed.createdAt.push(account.createdAt);
    packed.issuer.push(texts.placeOf(credential.issuer, credential.issuer));
    packed.prefix.push(texts.placeOf(credential.prefix, credential.prefix));
    packed.tenant.push(tenant === undefined ? -1 : texts.placeOf(tenant, tenant));
    const parameters = parametersOf(credential);
    packed.parameters.push(parameterSets.placeOf(keyOf(parameters), parameters));
    // Accounts that were unpacked share one list: its text need not be made for each.
    if (account.origins !== origins) {
      origins = account.origins;
      originsAt = originSets.placeOf(origins.join(' '), origins);
    }
    packed.origins.push(originsAt);
    if (credential.type === 'hotp') packed.counter.push([at, credential.counter]);
    if (deletedAt !== undefined) packed.deletedAt.push([at, deletedAt]);
    if (account.pinned) packed.pinned.push(at);
  });
  return { ...packed, id: ids.join(' '), secret: secrets.join(' ') };
}

/** @throws Fault `damaged` where the columns do not belong together */
export function unpackAccounts(packed: PackedAccounts): Account[] {
  const ids = entriesOf(packed.id);
  const secrets = entriesOf(packed.secret);
  const { account, createdAt, issuer, prefix, tenant, parameters, origins } = packed;
  const columns = { secrets, account, createdAt, issuer, prefix, tenant, parameters, origins };
  const uneven = Object.entries(columns).find(([, { length }]) => length !== ids.length);
  if (uneven) throw new Fault('damaged', 'the columns differ in length', uneven[0]);
  const counters = new Map(packed.counter);
  const accounts = ids.map((id, at): Account => {
    const tenantAt = tenant[at] ?? -1;
    return {
      id,
      credential: credentialOf(entry(packed.parameterSets, parameters[at], 'parameters'), {
        issuer: entry(packed.texts, issuer[at], 'issuer'),
        account: account[at] ?? '',
        prefix: entry(packed.texts, prefix[at], 'prefix'),
        secret: secrets[at] ?? '',
        counter: counters.get(at) ?? 0,
      }),
      createdAt: createdAt[at] ?? 0,
      origins: entry(packed.originSets, origins[at], 'origins'),
      ...(tenantAt === -1 ? {} : { tenant: entry(packed.texts, tenantAt, 'tenant') }),
    };
  });
  for (const [at, deletedAt] of packed.deletedAt) {
    entry(accounts, at, 'deletedAt').deletedAt = deletedAt;
  }
  for (const at of packed.pinned) entry(accounts, at, 'pinned').pinned = true;
  return accounts;
}

function entriesOf(joined: string): string[] {
  return joined === '' ? [] : joined.split(' ');
}

function entry<Value>(rows: readonly Value[], at: number | undefined, field: string): Value {
  const row = rows[at ?? -1];
  if (row === undefined) throw new Fault('damaged', 'a column names no entry', field);
  return row;
}

/** The different values of a column, each once. */
class Table<Value> {
  readonly rows: Value[] = [];
  readonly #places = new Map<string, number>();

  /** @param key the same for the same value */
  placeOf(key: string, value: Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.rows.push(value) - 1;
    this.#places.set(key, place);
    return place;
  }
}

type Credential = Account['credential'];
type Parameters = v.InferOutput<typeof ParametersSchema>;

function keyOf({ type, algorithm, digits, period = 0 }: Parameters): string {
  return `${type} ${algorithm} ${digits} ${period}`;
}

function parametersOf(credential: Credential): Parameters {
  const { type, algorithm, digits } = credential;
  return type === 'hotp'
    ? { type, algorithm, digits }
    : { type, algorithm, digits, period: credential.period };
}

function credentialOf(
  { type, algorithm, digits, period = 30 }: Parameters,
  {
    counter,
    ...names
  }: Pick<Credential, 'issuer' | 'account' | 'prefix' | 'secret'> & { readonly counter: number },
): Credential {
  switch (type) {
    case 'totp':
      return { type, ...names, algorithm, digits, period };
    case 'hotp':
      return { type, ...names, algorithm, digits, counter };
    case 'steam':
      return { type, ...names, algorithm: 'SHA1', digits: 5, period: 30 };
  }
}

function isColumn(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}
