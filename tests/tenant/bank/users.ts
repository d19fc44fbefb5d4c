import { randomBytes } from 'node:crypto';
import { base32 } from '../base32.ts';
import { HotpCheck } from '../hotp-check.ts';
import { TotpCheck } from '../totp-check.ts';

export const BANK_NAME = 'Bank of Example';
/** Bytes; ordinary sites take secrets as long as SHA-1's output. */
const SECRET_BYTES = 20;

export type UserName = 'alex' | 'robin' | 'casey';

/** Who has an account at the bank, with a secret made at the start of the tenant. */
export interface BankUser {
  readonly name: UserName;
  readonly address: string;
  readonly password: string;
  readonly kind: 'totp' | 'hotp';
  readonly secret: Uint8Array;
  /** As the bank's set-up code holds it. */
  readonly uri: string;
}

export type BankUsers = Readonly<Record<UserName, BankUser>>;

export function newUsers(): BankUsers {
  return {
    alex: newUser('alex', 'totp', 'amber lantern'),
    robin: newUser('robin', 'totp', 'copper kettle'),
    casey: newUser('casey', 'hotp', 'velvet anchor'),
  };
}

function newUser(name: UserName, kind: BankUser['kind'], password: string): BankUser {
  const secret = new Uint8Array(randomBytes(SECRET_BYTES));
  const address = `${name}@bank.example`;
  const issuer = encodeURIComponent(BANK_NAME);
  const query = `secret=${base32(secret).toUpperCase()}&issuer=${issuer}`;
  const counter = kind === 'hotp' ? '&counter=0' : '';
  const uri = `otpauth://${kind}/${issuer}:${encodeURIComponent(address)}?${query}${counter}`;
  return { name, address, password, kind, secret, uri };
}

/** What judges the codes of one user. */
export function newCheck({ kind, secret }: BankUser): HotpCheck | TotpCheck {
  return kind === 'hotp' ? new HotpCheck(secret) : new TotpCheck(secret);
}
