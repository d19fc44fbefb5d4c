import { randomUUID } from 'node:crypto';
import { type Account, accountKey, type Organisation } from './directory.ts';

/** Who signed in, and whether with a code beside the password. */
export interface SignedIn {
  readonly account: Account;
  readonly withCode: boolean;
}

/** What the sign-in host hands to an app, once, through the browser's address bar. */
export interface Ticket {
  readonly session: BrowserSession;
  readonly host: string;
  readonly signedIn: SignedIn;
}

/**
 * One browser. Each host gives it a cookie of its own, and all of them lead here, so that signing out
 * at one host ends the session at every host.
 */
export class BrowserSession {
  readonly #atLogin = new Map<Organisation, SignedIn>();
  readonly #atApps = new Map<string, SignedIn>();
  readonly #trustedFor = new Set<string>();

  signedIn(organisation: Organisation): SignedIn | undefined {
    return this.#atLogin.get(organisation);
  }

  signIn(signedIn: SignedIn): void {
    this.#atLogin.set(signedIn.account.organisation, signedIn);
  }

  admitted(host: string, organisation: Organisation): SignedIn | undefined {
    return this.#atApps.get(`${host}/${organisation.tenantId}`);
  }

  admit(host: string, signedIn: SignedIn): void {
    this.#atApps.set(`${host}/${signedIn.account.organisation.tenantId}`, signedIn);
  }

  /** "Don't ask again" on the code page: outlives signing out, as Microsoft's does. */
  trust(account: Account): void {
    this.#trustedFor.add(accountKey(account));
  }

  trusts(account: Account): boolean {
    return this.#trustedFor.has(accountKey(account));
  }

  signOut(): void {
    this.#atLogin.clear();
    this.#atApps.clear();
  }
}

/** All browsers, by the cookies that they hold. */
export class Sessions {
  readonly #byCookie = new Map<string, BrowserSession>();
  readonly #tickets = new Map<string, Ticket>();

  find(cookie: string | undefined): BrowserSession | undefined {
    return cookie === undefined ? undefined : this.#byCookie.get(cookie);
  }

  /** A new cookie for the browser, to be set by the host that asked. */
  cookieFor(session: BrowserSession): string {
    const cookie = randomUUID();
    this.#byCookie.set(cookie, session);
    return cookie;
  }

  issue(ticket: Ticket): string {
    const id = randomUUID();
    this.#tickets.set(id, ticket);
    return id;
  }

  redeem(id: string, host: string): Ticket | undefined {
    const ticket = this.#tickets.get(id);
    this.#tickets.delete(id);
    return ticket?.host === host ? ticket : undefined;
  }

  reset(): void {
    this.#byCookie.clear();
    this.#tickets.clear();
  }
}
