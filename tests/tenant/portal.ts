import { askToSignIn, CALLBACK_ROUTE, portalOf, receiveTicket } from './apps.ts';
import { isGuest, type Organisation } from './directory.ts';
import type { Reply, Routes, Site } from './exchange.ts';
import { LOGOUT_URL, MY_SIGN_INS_HOST, securityInfoPath } from './hosts.ts';
import { html } from './html.ts';
import { notFound, page } from './page.ts';
import type { SignedIn } from './sessions.ts';
import type { TenantState } from './state.ts';

/** An organisation's own app: behind the sign-in, it shows who signed in and how. */
export function portalSite(state: TenantState, organisation: Organisation): Site {
  const app = portalOf(organisation);
  const routes: Routes = {
    'GET /': ({ cookie }) => {
      const signedIn = state.sessions.find(cookie)?.admitted(app.host, organisation);
      return signedIn ? signedInPage(signedIn) : askToSignIn(app, organisation, '/');
    },
    [CALLBACK_ROUTE]: (request) => receiveTicket(state, app, request),
  };
  return (request) => routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound();
}

function signedInPage({ account, withCode }: SignedIn): Reply {
  const { organisation, person } = account;
  const proof = withCode ? 'Password and a code from an authenticator' : 'Password only';
  const securityInfo = `https://${MY_SIGN_INS_HOST}${securityInfoPath(organisation.tenantId)}`;
  return page({
    title: `${organisation.name} portal`,
    look: 'portal',
    body: html`<header>
<strong>${organisation.name}</strong>
<nav><a id="security-info" href="${securityInfo}">Security info</a>
<a id="sign-out" href="${LOGOUT_URL}">Sign out</a></nav>
</header>
<main>
<h1>Signed in</h1>
<p>Welcome to the ${organisation.name} portal, ${person.name}.</p>
<dl class="panel">
<dt>Account</dt><dd id="signed-in-as">${person.address} at ${organisation.name}</dd>
<dt>Standing</dt><dd>${isGuest(account) ? 'Guest' : 'Member'}</dd>
<dt>Signed in with</dt><dd id="signed-in-with">${proof}</dd>
</dl>
</main>`,
  });
}
