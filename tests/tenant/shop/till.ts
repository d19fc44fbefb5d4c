import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { base32 } from '../base32.ts';
import type { TenantState } from '../state.ts';
import { TotpCheck } from '../totp-check.ts';
import { type TransferredAccount, transferUri } from './transfer.ts';

export const SHOP_NAME = 'Contoso Shop';
/** Bytes; ordinary sites take secrets as long as SHA-1's output. */
const SECRET_BYTES = 20;
export const TRANSFER_PARTS = 3;
const ACCOUNTS_PER_PART = 2;

interface ShopAccount {
  readonly issuer: string;
  readonly name: string;
  readonly totp: TotpCheck;
}

/** What the shop keeps: the secrets that it gave out, and the texts that its pictures hold. */
export class Till {
  readonly #state: TenantState;
  readonly #accounts: ShopAccount[] = [];
  readonly #texts = new Map<string, string>();
  readonly #transferId = randomInt(2 ** 31);
  readonly #parts = new Map<number, string>();

  constructor(state: TenantState) {
    this.#state = state;
  }

  /** A new account with a new secret, which `tenant.secrets()` lists from now on. */
  newAccount(name: string, issuer = SHOP_NAME): TransferredAccount {
    const secret = new Uint8Array(randomBytes(SECRET_BYTES));
    this.#state.authenticators.handOut(issuer, name, secret);
    this.#accounts.push({ issuer, name, totp: new TotpCheck(secret) });
    return { secret, name, issuer };
  }

  /** The set-up code of a new account, of the kind that stands after `otpauth://`. */
  newUri(name: string, issuer = SHOP_NAME, kind: 'totp' | 'steam' = 'totp'): string {
    const { secret } = this.newAccount(name, issuer);
    const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
    const key = base32(secret).toUpperCase();
    return `otpauth://${kind}/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}`;
  }

  /** One part of a transfer, from 1; the same again when asked again. */
  transferPart(part: number): string {
    const known = this.#parts.get(part);
    if (known) return known;
    const accounts = Array.from({ length: ACCOUNTS_PER_PART }, (_, index) =>
      this.newAccount(`moved-${(part - 1) * ACCOUNTS_PER_PART + index + 1}`),
    );
    const batch = { size: TRANSFER_PARTS, index: part - 1, id: this.#transferId };
    const uri = transferUri(accounts, batch);
    this.#parts.set(part, uri);
    return uri;
  }

  /** Keeps a text for a picture or frame of the page: they have addresses of their own. */
  keep(text: string): string {
    const id = randomUUID();
    this.#texts.set(id, text);
    return id;
  }

  textOf(id: string | null): string | undefined {
    return this.#texts.get(id ?? '');
  }

  /** The account whose code this is, if it is a right one that had not its turn yet. */
  accountOfCode(code: string): ShopAccount | undefined {
    const at = this.#state.now();
    const found = this.#accounts.find(({ totp }) => totp.check(code, at) === 'accepted');
    this.#state.judged(found ? 'accepted' : 'wrong');
    return found;
  }
}
