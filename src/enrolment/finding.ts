import * as v from 'valibot';
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { ALGORITHMS, type Credential, CredentialSchema } from '../otp/credential.ts';
import { parseTransfer, type Transfer } from '../otp/google-transfer.ts';
import { labelOf } from '../otp/label.ts';
import { parseOtpauthUri } from '../otp/otpauth-uri.ts';
import { classifyText } from '../qr/classify.ts';
import { collect, type Parts } from './transfer.ts';
import { PARAMETERS, unusualOf } from './unusual.ts';

/** What is no account, and holds no secret. */
export const OTHER_FINDING_SCHEMAS = [
  v.strictObject({ kind: v.literal('refused'), code: v.string(), field: v.optional(v.string()) }),
  v.strictObject({
    kind: v.literal('push'),
    form: v.picklist(['phonefactor', 'https']),
    account: v.picklist(['work', 'personal']),
  }),
  v.strictObject({ kind: v.literal('steam-sign-in') }),
  v.strictObject({ kind: v.literal('other-app'), app: v.string() }),
  v.strictObject({ kind: v.literal('web'), address: v.string() }),
  v.strictObject({ kind: v.literal('wifi'), name: v.string() }),
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
] as const;

/**
 * What one text (of a QR code, of the clipboard, typed) came to. It may hold a secret, so it lives in the background
 * only, in memory (`storage.session`), until the account is in the vault.
 */
export const FindingSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('account'), id: v.string(), credential: CredentialSchema }),
  ...OTHER_FINDING_SCHEMAS,
]);
export type Finding = v.InferOutput<typeof FindingSchema>;

/** An account without its secret. */
export const ShownAccountSchema = v.strictObject({
  kind: v.literal('account'),
  id: v.string(),
  issuer: v.string(),
  account: v.string(),
  organisation: v.string(),
  type: v.picklist(['totp', 'hotp', 'steam']),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.number(),
  period: v.optional(v.number()),
  counter: v.optional(v.number()),
  unusual: v.array(v.picklist(PARAMETERS)),
});

/** What may leave the background of a finding, and what of it may be kept while the vault is locked. */
export const SecretlessFindingSchema = v.variant('kind', [
  ShownAccountSchema,
  ...OTHER_FINDING_SCHEMAS,
]);
type SecretlessFinding = v.InferOutput<typeof SecretlessFindingSchema>;
type ShownAccount = v.InferOutput<typeof ShownAccountSchema>;

type Other = Exclude<Finding, { kind: 'account' }>;

/** What is of most use comes first, after the accounts. */
const ORDER: readonly Other['kind'][] = [
  'refused',
  'push',
  'steam-sign-in',
  'other-app',
  'web',
  'wifi',
  'text',
];

/**
 * What texts come to, each thing once. As soon as a code of a transfer is among them, so are all accounts of that
 * transfer that were read by then; what of it could not be read is told in `transfer`.
 *
 * @param held what was read of a transfer before; it is given back, with what these texts add
 */
export async function findingsOf(
  texts: readonly string[],
  held?: Parts,
): Promise<{ findings: Finding[]; transfer?: Parts }> {
  const credentials = new Map<string, Credential>();
  const others = new Map<string, Other>();
  let transfer = held;
  // Of a secret that comes twice the first one counts: what a later text makes of it changes nothing.
  const found = (credential: Credential): void => {
    const key = keyOf(credential);
    if (!credentials.has(key)) credentials.set(key, credential);
  };
  for (const text of texts) {
    const reading = read(text);
    if (reading.kind === 'credential') {
      found(reading.credential);
    } else if (reading.kind === 'transfer') {
      transfer = collect(transfer, reading.part);
      transfer.accounts.forEach(found);
    } else {
      others.set(JSON.stringify(reading), reading);
    }
  }
  const accounts = await Promise.all([...credentials.values()].map(accountFinding));
  const sorted = [...others.values()].sort(
    (one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  );
  return { findings: [...accounts, ...sorted], ...(transfer ? { transfer } : {}) };
}

type Reading =
  | Other
  | { readonly kind: 'credential'; readonly credential: Credential }
  | { readonly kind: 'transfer'; readonly part: Transfer };

function read(text: string): Reading {
  const reading = classifyText(text);
  try {
    switch (reading.kind) {
      case 'otpauth':
        return { kind: 'credential', credential: parseOtpauthUri(text) };
      case 'transfer':
        return { kind: 'transfer', part: parseTransfer(text) };
      default:
        return reading;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // Of a transfer, whatever is wrong as a whole: nobody can mend a single number in it.
    const field = reading.kind === 'transfer' ? 'data' : error.field;
    return { kind: 'refused', code: error.code, ...(field === undefined ? {} : { field }) };
  }
}

/** What makes two accounts the same one. */
function keyOf({ type, secret }: Credential): string {
  return `${type}:${secret}`;
}

/** The finding that an account makes. */
export async function accountFinding(credential: Credential): Promise<Finding> {
  const bytes = new TextEncoder().encode(keyOf(credential));
  const id = encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return { kind: 'account', id, credential };
}

/** The finding as it may leave the background, and be remembered while the vault is locked. */
export function withoutSecret(finding: Finding): SecretlessFinding {
  return finding.kind === 'account' ? shownAccount(finding) : finding;
}

/** The account of a finding without its secret. */
export function shownAccount({
  id,
  credential,
}: Extract<Finding, { kind: 'account' }>): ShownAccount {
  const { type, algorithm, digits } = credential;
  const factor =
    credential.type === 'hotp' ? { counter: credential.counter } : { period: credential.period };
  return {
    kind: 'account',
    id,
    ...labelOf(credential),
    type,
    algorithm,
    digits,
    ...factor,
    unusual: unusualOf(credential),
  };
}
