import { randomBytes, randomUUID } from 'node:crypto';
import { base32 } from './base32.ts';
import { type Account, accountKey } from './directory.ts';
import { TotpCheck, type Verdict } from './totp-check.ts';

/** Entra's secrets are 80 bits long. */
const SECRET_BYTES = 10;

/** One time-based secret that the tenant, or the shop, handed out in a QR code. */
export interface HandedOutSecret {
  readonly organisation: string;
  readonly address: string;
  /** Lower case, no padding: of Entra 16 characters, as they stand in the URI. */
  readonly base32: string;
  readonly bytes: Uint8Array;
}

/** An authenticator app of an account: being set up until its first code was accepted. */
export interface Authenticator {
  readonly id: string;
  readonly account: Account;
  readonly base32: string;
  readonly totp: TotpCheck;
}

/** The authenticator apps of all accounts. */
export class Authenticators {
  readonly #settingUp = new Map<string, Authenticator>();
  readonly #enrolled = new Map<string, Authenticator>();
  readonly #handedOut: HandedOutSecret[] = [];
  /** Wrong codes since the last right one, by account. */
  readonly #wrongInARow = new Map<string, number>();

  begin(account: Account): Authenticator {
    const bytes = randomBytes(SECRET_BYTES);
    const authenticator: Authenticator = {
      id: randomUUID(),
      account,
      base32: base32(bytes),
      totp: new TotpCheck(bytes),
    };
    this.#settingUp.set(authenticator.id, authenticator);
    this.handOut(account.organisation.name, account.person.address, bytes);
    return authenticator;
  }

  /** Notes down a secret that is about to be shown, by whichever site. */
  handOut(organisation: string, address: string, bytes: Uint8Array): void {
    this.#handedOut.push({
      organisation,
      address,
      base32: base32(bytes),
      bytes: new Uint8Array(bytes),
    });
  }

  /** The app that is being set up, for pages that show its QR code at an address of its own. */
  beingSetUp(id: string): Authenticator | undefined {
    return this.#settingUp.get(id);
  }

  countWrongCode(account: Account): void {
    this.#wrongInARow.set(accountKey(account), this.wrongInARow(account) + 1);
  }

  wrongInARow(account: Account): number {
    return this.#wrongInARow.get(accountKey(account)) ?? 0;
  }

  /** After a solved captcha, as after a right code. */
  forgiveWrongCodes(account: Account): void {
    this.#wrongInARow.delete(accountKey(account));
  }

  /** Enrols the app if the code is right; `undefined` says that no such app is being set up. */
  finish(account: Account, id: string, code: string, at: number): Verdict | undefined {
    const authenticator = this.#settingUp.get(id);
    if (!authenticator || accountKey(authenticator.account) !== accountKey(account)) return;
    const verdict = authenticator.totp.check(code, at);
    if (verdict === 'accepted') {
      this.#settingUp.delete(id);
      this.#enrolled.set(id, authenticator);
      this.forgiveWrongCodes(account);
    } else {
      this.countWrongCode(account);
    }
    return verdict;
  }

  of(account: Account): Authenticator[] {
    const key = accountKey(account);
    return [...this.#enrolled.values()].filter((each) => accountKey(each.account) === key);
  }

  /** Any of the account's apps may have made the code. */
  check(account: Account, code: string, at: number): Verdict {
    const verdicts = this.of(account).map(({ totp }) => totp.check(code, at));
    return (['accepted', 'used'] as const).find((each) => verdicts.includes(each)) ?? 'wrong';
  }

  /** No code had its turn yet. */
  forgetUsed(): void {
    for (const { totp } of this.#enrolled.values()) totp.forgetUsed();
  }

  remove(account: Account, id: string): void {
    if (this.of(account).some((each) => each.id === id)) this.#enrolled.delete(id);
  }

  /** How many apps the address has in the organisation, both by name. */
  count(organisation: string, address: string): number {
    return [...this.#enrolled.values()].filter(
      ({ account }) =>
        account.organisation.name === organisation && account.person.address === address,
    ).length;
  }

  handedOut(): HandedOutSecret[] {
    return [...this.#handedOut];
  }

  /** Forgets the apps, but not which secrets were handed out. */
  reset(): void {
    this.#settingUp.clear();
    this.#enrolled.clear();
    this.#wrongInARow.clear();
  }
}
