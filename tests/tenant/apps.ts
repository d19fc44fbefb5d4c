import { ORGANISATIONS, type Organisation } from './directory.ts';
import { type Reply, type Request, redirect, withCookie } from './exchange.ts';
import { LEGACY_HOST, LIVE_ACCOUNT_HOST, LOGIN_HOST, MY_SIGN_INS_HOST } from './hosts.ts';
import { problemPage } from './page.ts';
import type { TenantState } from './state.ts';

/** An app that leaves signing in to the login host. */
export interface App {
  readonly clientId: string;
  readonly name: string;
  readonly host: string;
}

export const MY_SIGN_INS: App = {
  clientId: '19db86c3-b2b9-44cc-b339-36da233a3be2',
  name: 'My Sign-Ins',
  host: MY_SIGN_INS_HOST,
};

export const LEGACY_PROOF_UP: App = {
  clientId: '0000000c-0000-0000-c000-000000000000',
  name: 'Microsoft App Access Panel',
  host: LEGACY_HOST,
};

/** Signs in at `login.live.com`, and so is none of those that Entra knows. */
export const LIVE_ACCOUNT: App = {
  clientId: '81feaced-5ddd-41e7-8bef-3e20a2689bb7',
  name: 'Microsoft account',
  host: LIVE_ACCOUNT_HOST,
};

export function portalOf({ name, tenantId, portalHost }: Organisation): App {
  return { clientId: tenantId, name: `the ${name} portal`, host: portalHost };
}

const APPS = [MY_SIGN_INS, LEGACY_PROOF_UP, ...Object.values(ORGANISATIONS).map(portalOf)];

export function findApp(clientId: string | null): App | undefined {
  return APPS.find((app) => app.clientId === clientId);
}

/** The path at which every app takes its ticket. */
export const CALLBACK_ROUTE = 'GET /signin-oidc';

/** Sends the browser to the organisation's sign-in, to come back to `returnTo`, a path of the app. */
export function askToSignIn(app: App, organisation: Organisation, returnTo: string): Reply {
  const query = new URLSearchParams({
    client_id: app.clientId,
    response_type: 'code',
    scope: 'openid profile',
    state: returnTo,
  });
  return redirect(`https://${LOGIN_HOST}/${organisation.tenantId}/oauth2/v2.0/authorize?${query}`);
}

export function callbackUrl(app: App, ticket: string, returnTo: string): string {
  return `https://${app.host}/signin-oidc?${new URLSearchParams({ code: ticket, state: returnTo })}`;
}

/** Takes the ticket that the login host gave, once, and opens the app's own session. */
export function receiveTicket(state: TenantState, app: App, request: Request): Reply {
  const ticket = state.sessions.redeem(request.url.searchParams.get('code') ?? '', app.host);
  const returnTo = URL.parse(request.url.searchParams.get('state') ?? '/', request.url);
  if (!ticket || returnTo?.host !== app.host) {
    return problemPage(
      400,
      'Sign-in was not completed',
      'The answer of the sign-in page is stale.',
    );
  }
  ticket.session.admit(app.host, ticket.signedIn);
  const reply = redirect(returnTo.pathname + returnTo.search);
  return withCookie(reply, state.sessions.cookieFor(ticket.session));
}
