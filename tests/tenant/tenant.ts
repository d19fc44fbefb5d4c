import type { HandedOutSecret } from './authenticators.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { ORGANISATIONS } from './directory.ts';
import type { Site } from './exchange.ts';
import { LOGIN_HOST, MY_SIGN_INS_HOST, START_HOST, START_URL } from './hosts.ts';
import { portalSite } from './portal.ts';
import { securityInfoSite } from './security-info.ts';
import { signInSite } from './sign-in.ts';
import { startSite } from './start-page.ts';
import {
  type CompletedSignIn,
  type EnrolmentSettings,
  type SignInSettings,
  TenantState,
} from './state.ts';
import { startTlsServer } from './tls-server.ts';

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
  /** Every secret handed out since the start; `reset` keeps them, so that a disk can be searched for all. */
  secrets(): HandedOutSecret[];
  /** How many authenticator apps the address has in the organisation, both by name. */
  enrolled(organisation: string, address: string): number;
  signIns(): CompletedSignIn[];
  /** Codes refused so far, by the wizard and by the sign-in page. */
  refusedCodes(): number;
  /** `host:port` of every connection that the proxy refused; `reset` keeps them. */
  refusedConnections(): string[];
  /** Forgets enrolments, sessions, sign-ins and refused codes. */
  reset(): void;
  close(): Promise<void>;
}

export async function startTenant(): Promise<Tenant> {
  const state = new TenantState();
  const sites = new Map<string, Site>([
    [START_HOST, startSite()],
    [LOGIN_HOST, signInSite(state)],
    [MY_SIGN_INS_HOST, securityInfoSite(state)],
    ...Object.values(ORGANISATIONS).map((organisation): [string, Site] => [
      organisation.portalHost,
      portalSite(state, organisation),
    ]),
  ]);
  const server = await startTlsServer(sites);
  const proxy = await startConnectProxy(new Set(sites.keys()), server.port);

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
    secrets: () => state.authenticators.handedOut(),
    enrolled: (organisation, address) => state.authenticators.count(organisation, address),
    signIns: () => [...state.signIns],
    refusedCodes: () => state.refusedCodes,
    refusedConnections: () => [...proxy.refused],
    reset: () => state.reset(),
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
}
