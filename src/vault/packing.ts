import * as v from 'valibot';
import { ALGORITHMS } from '../otp/credential.ts';
import { ACCOUNT_KINDS, type Account, PROOFS, RefusalSchema } from './account.ts';
import {
  entriesOf,
  entry,
  numbersColumn,
  requireEven,
  sparseNumbers,
  sparseTexts,
  textsColumn,
} from './columns.ts';
import { FILL_MODES } from './fill-mode.ts';

/** What makes a code besides secret and counter; most accounts share one. */
const ParametersSchema = v.strictObject({
  type: v.picklist(['totp', 'hotp', 'steam']),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.number(),
  period: v.optional(v.number()),
});

/**
 * The accounts as they are sealed: a column for each field, with an entry for each account in their order. JSON of this
 * shape is a third as long as that of the accounts themselves, and is written and parsed ten times as fast. VAULT.md
 * describes it.
 */
export const PackedAccountsSchema = v.strictObject({
  /** Both with a space between two entries: neither holds one. */
  id: v.string(),
  secret: v.string(),
  account: textsColumn,
  createdAt: numbersColumn,
  /** Places in `texts`, in `parameterSets`, in `originSets`; −1 for no tenant, for no group. */
  issuer: numbersColumn,
  prefix: numbersColumn,
  tenant: numbersColumn,
  group: numbersColumn,
  parameters: numbersColumn,
  origins: numbersColumn,
  /** Places in `ACCOUNT_KINDS`, and in `PROOFS`; −1 for no proof. */
  kind: numbersColumn,
  proof: numbersColumn,
  counter: sparseNumbers,
  deletedAt: sparseNumbers,
  elsewhere: sparseTexts,
  replaces: sparseTexts,
  image: sparseTexts,
  /** Places in `FILL_MODES`. */
  mode: sparseNumbers,
  history: v.array(v.tuple([v.number(), v.array(RefusalSchema)])),
  /** The places of the accounts that submit, that switch, that are pinned. */
  submits: numbersColumn,
  insteadOfPush: numbersColumn,
  pinned: numbersColumn,
  texts: textsColumn,
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
    group: [],
    parameters: [],
    origins: [],
    kind: [],
    proof: [],
    counter: [],
    deletedAt: [],
    elsewhere: [],
    replaces: [],
    image: [],
    mode: [],
    history: [],
    submits: [],
    insteadOfPush: [],
    pinned: [],
    texts: texts.rows,
    parameterSets: parameterSets.rows,
    originSets: originSets.rows,
  };
  let origins: string[] | undefined;
  let originsAt = -1;
  accounts.forEach((account, at) => {
    const { credential, tenant, group, proof, deletedAt, elsewhere, replaces, image } = account;
    const { mode, history } = account;
    ids.push(account.id);
    secrets.push(credential.secret);
    packed.account.push(credential.account);
    packed.createdAt.push(account.createdAt);
    packed.issuer.push(texts.placeOf(credential.issuer, credential.issuer));
    packed.prefix.push(texts.placeOf(credential.prefix, credential.prefix));
    packed.tenant.push(tenant === undefined ? -1 : texts.placeOf(tenant, tenant));
    packed.group.push(group === undefined ? -1 : texts.placeOf(group, group));
    const parameters = parametersOf(credential);
    packed.parameters.push(parameterSets.placeOf(keyOf(parameters), parameters));
    // Accounts that were unpacked share one list: its text need not be made for each.
    if (account.origins !== origins) {
      origins = account.origins;
      originsAt = originSets.placeOf(origins.join(' '), origins);
    }
    packed.origins.push(originsAt);
    packed.kind.push(ACCOUNT_KINDS.indexOf(account.kind));
    packed.proof.push(proof === undefined ? -1 : PROOFS.indexOf(proof));
    if (credential.type === 'hotp') packed.counter.push([at, credential.counter]);
    if (deletedAt !== undefined) packed.deletedAt.push([at, deletedAt]);
    if (elsewhere !== undefined) packed.elsewhere.push([at, elsewhere]);
    if (replaces !== undefined) packed.replaces.push([at, replaces]);
    if (image !== undefined) packed.image.push([at, image]);
    if (mode !== undefined) packed.mode.push([at, FILL_MODES.indexOf(mode)]);
    if (history !== undefined) packed.history.push([at, history]);
    if (account.submits) packed.submits.push(at);
    if (account.insteadOfPush) packed.insteadOfPush.push(at);
    if (account.pinned) packed.pinned.push(at);
  });
  return { ...packed, id: ids.join(' '), secret: secrets.join(' ') };
}

/** @throws Fault `damaged` where the columns do not belong together */
export function unpackAccounts(packed: PackedAccounts): Account[] {
  const ids = entriesOf(packed.id);
  const secrets = entriesOf(packed.secret);
  const { account, createdAt, issuer, prefix, tenant, group, parameters, origins } = packed;
  const { kind, proof } = packed;
  const places = { issuer, prefix, tenant, group, parameters, origins, kind, proof };
  requireEven(ids.length, { secrets, account, createdAt, ...places });
  const counters = new Map(packed.counter);
  const accounts = ids.map((id, at): Account => {
    const tenantAt = tenant[at] ?? -1;
    const groupAt = group[at] ?? -1;
    const proofAt = proof[at] ?? -1;
    return {
      id,
      credential: credentialOf(entry(packed.parameterSets, parameters[at], 'parameters'), {
        issuer: entry(packed.texts, issuer[at], 'issuer'),
        account: account[at] ?? '',
        prefix: entry(packed.texts, prefix[at], 'prefix'),
        secret: secrets[at] ?? '',
        counter: counters.get(at) ?? 0,
      }),
      kind: entry(ACCOUNT_KINDS, kind[at], 'kind'),
      createdAt: createdAt[at] ?? 0,
      origins: entry(packed.originSets, origins[at], 'origins'),
      ...(tenantAt === -1 ? {} : { tenant: entry(packed.texts, tenantAt, 'tenant') }),
      ...(groupAt === -1 ? {} : { group: entry(packed.texts, groupAt, 'group') }),
      ...(proofAt === -1 ? {} : { proof: entry(PROOFS, proofAt, 'proof') }),
    };
  });
  for (const [at, deletedAt] of packed.deletedAt) {
    entry(accounts, at, 'deletedAt').deletedAt = deletedAt;
  }
  for (const [at, elsewhere] of packed.elsewhere) {
    entry(accounts, at, 'elsewhere').elsewhere = elsewhere;
  }
  for (const [at, replaces] of packed.replaces) entry(accounts, at, 'replaces').replaces = replaces;
  for (const [at, image] of packed.image) entry(accounts, at, 'image').image = image;
  for (const [at, modeAt] of packed.mode) {
    entry(accounts, at, 'mode').mode = entry(FILL_MODES, modeAt, 'mode');
  }
  for (const [at, history] of packed.history) entry(accounts, at, 'history').history = history;
  for (const at of packed.submits) entry(accounts, at, 'submits').submits = true;
  for (const at of packed.insteadOfPush) {
    entry(accounts, at, 'insteadOfPush').insteadOfPush = true;
  }
  for (const at of packed.pinned) entry(accounts, at, 'pinned').pinned = true;
  return accounts;
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
