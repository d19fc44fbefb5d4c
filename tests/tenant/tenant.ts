import type { HandedOutSecret } from './authenticators.ts';
import { type Bank, bankOf } from './bank/bank.ts';
import { bankSites } from './bank/site.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { ORGANISATIONS } from './directory.ts';
import type { Site } from './exchange.ts';
import { reporting } from './hostile/caught.ts';
import { HOSTILE, PLAIN_HOST } from './hostile/hosts.ts';
import { hostileSite } from './hostile/site.ts';
import { trickSite } from './hostile/tricks.ts';
import {
  BANK_HOST,
  CDN_HOST,
  CODES_HOST,
  LEGACY_HOST,
  LIVE_ACCOUNT_HOST,
  LIVE_LOGIN_HOST,
  LOGIN_HOST,
  MY_SIGN_INS_HOST,
  SHOP_HOST,
  START_HOST,
  START_URL,
} from './hosts.ts';
import { legacySite } from './legacy/proof-up.ts';
import { liveAccountSite } from './personal/account.ts';
import { liveLoginSite } from './personal/login.ts';
import { portalSite } from './portal.ts';
import { securityInfoSite } from './security-info.ts';
import type { EnrolmentSettings, PersonalSettings, SignInSettings } from './settings.ts';
import { shopSites } from './shop/site.ts';
import { signInSite } from './sign-in.ts';
import { startSite } from './start-page.ts';
import { type CompletedSignIn, TenantState } from './state.ts';
import { serving, startTlsServer } from './tls-server.ts';

/**
 * A pretend Microsoft tenant, for the scenarios and the demo: the real host names behind a proxy, and
 * pages that behave like Microsoft's as far as public sources tell.
 */
export interface Tenant {
  /** The CONNECT proxy on 127.0.0.1: the browser's only way out. */
  readonly proxyPort: number;
  readonly startUrl: string;
  /** Milliseconds; `Date.now` unless set. The tenant checks codes by it. */
  readonly clock: { now(): number; set(now: () => number): void };
  readonly enrolment: EnrolmentSettings;
  readonly signIn: SignInSettings;
  /** How `login.live.com` asks for the code. */
  readonly personal: PersonalSettings;
  readonly bank: Bank;
  /** Every secret handed out since the start; `reset` keeps them, so that a disk can be searched for all. */
  secrets(): HandedOutSecret[];
  /** How many authenticator apps the address has in the organisation, both by name. */
  enrolled(organisation: string, address: string): number;
  signIns(): CompletedSignIn[];
  /** What hostile pages got hold of, in words: place and kind, not the code itself. */
  caught(): string[];
  /** Codes refused so far, wherever they were typed. */
  refusedCodes(): number;
  /** Requests so far for the picture of the shop's second host that is another one each time. */
  imageRequests(): number;
  /** `host:port` of every connection that the proxy refused; `reset` keeps them. */
  refusedConnections(): string[];
  /** As if a time step had passed: codes that were taken are taken once more. */
  passPeriod(): void;
  /** Forgets enrolments, sessions, sign-ins and what was counted; settings stay (see their `restore`). */
  reset(): void;
  close(): Promise<void>;
}

export async function startTenant(): Promise<Tenant> {
  const state = new TenantState();
  const { shop, cdn } = shopSites(state);
  const { bank, codes } = bankSites(state.bank);
  const tricks = trickSite(state.bank);
  const hostile = reporting(state.caught, hostileSite(state, state.bank));
  const sites = new Map<string, Site>([
    [START_HOST, startSite()],
    [LOGIN_HOST, reporting(state.caught, signInSite(state))],
    [MY_SIGN_INS_HOST, securityInfoSite(state)],
    [LEGACY_HOST, legacySite(state)],
    [LIVE_LOGIN_HOST, liveLoginSite(state)],
    [LIVE_ACCOUNT_HOST, liveAccountSite(state)],
    [SHOP_HOST, shop],
    [CDN_HOST, cdn],
    [
      BANK_HOST,
      reporting(state.caught, (request) =>
        (request.url.pathname.startsWith('/hostile/') ? tricks : bank)(request),
      ),
    ],
    [CODES_HOST, reporting(state.caught, codes)],
    ...Object.values(HOSTILE).map((host): [string, Site] => [host, hostile]),
    ...Object.values(ORGANISATIONS).map((organisation): [string, Site] => [
      organisation.portalHost,
      portalSite(state, organisation),
    ]),
  ]);
  const server = await startTlsServer(sites);
  const proxy = await startConnectProxy({
    secure: { targets: targetsOf(sites.keys()), port: server.port },
    plain: { host: PLAIN_HOST, serve: serving(new Map([[PLAIN_HOST, hostile]])) },
  });

  return {
    proxyPort: proxy.port,
    startUrl: START_URL,
    clock: {
      now: () => state.now(),
      set: (now) => {
        state.now = now;
      },
    },
    enrolment: state.enrolment,
    signIn: state.signIn,
    personal: state.personal,
    bank: bankOf(state.bank),
    secrets: () => state.authenticators.handedOut(),
    enrolled: (organisation, address) => state.authenticators.count(organisation, address),
    signIns: () => [...state.signIns],
    caught: () => state.caught.all(),
    refusedCodes: () => state.refusedCodes,
    imageRequests: () => state.imageRequests,
    refusedConnections: () => [...proxy.refused],
    passPeriod: () => {
      state.authenticators.forgetUsed();
      state.bank.forgetUsed();
    },
    reset: () => state.reset(),
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
}

/** What the browser asks the proxy for: the port stands in a host's name only where it is not the usual one. */
function targetsOf(hosts: Iterable<string>): ReadonlySet<string> {
  return new Set([...hosts].map((host) => (host.includes(':') ? host : `${host}:443`)));
}
