import { askToSignIn, CALLBACK_ROUTE, MY_SIGN_INS, receiveTicket } from './apps.ts';
import type { Authenticator } from './authenticators.ts';
import { type Account, findOrganisation, isGuest, ORGANISATIONS } from './directory.ts';
import { json, type Reply, type Request, type Routes, redirect, type Site } from './exchange.ts';
import { LOGOUT_URL, securityInfoPath } from './hosts.ts';
import { html } from './html.ts';
import { notFound, page } from './page.ts';
import { drawQr } from './qr-drawing.ts';
import { accountLabel, newPushActivation, PUSH_TEXTS, totpUri } from './qr-texts.ts';
import type { TenantState } from './state.ts';

type ApiHandler = (account: Account, form: URLSearchParams) => Reply | Promise<Reply>;

/** `mysignins.microsoft.com`: the Security info page, and what its script asks of the server. */
export function securityInfoSite(state: TenantState): Site {
  const organisationOf = ({ url }: Request) =>
    findOrganisation(url.searchParams.get('tenantId')) ?? ORGANISATIONS.contoso;

  const accountOf = (request: Request) =>
    state.sessions.find(request.cookie)?.admitted(MY_SIGN_INS.host, organisationOf(request))
      ?.account;

  /** Only for who is signed in; to others the page's script is told so. */
  const api =
    (handler: ApiHandler): Site =>
    (request) => {
      const account = accountOf(request);
      return account ? handler(account, request.form) : json({}, 401);
    };

  const setUpMicrosoftApp = async () => {
    const push = newPushActivation();
    const qr = await drawQr(PUSH_TEXTS[state.enrolment.push](push));
    return { kind: 'push', drawAs: state.enrolment.drawAs, qr, ...push };
  };

  const setUpOtherApp = async (account: Account) => {
    const { id, base32 } = state.authenticators.begin(account);
    const accountName = accountLabel(account.organisation.name, account.person.address);
    const qr = await drawQr(state.enrolment.text ?? totpUri(accountName, base32));
    return { kind: 'totp', drawAs: state.enrolment.drawAs, qr, id, accountName, secretKey: base32 };
  };

  const routes: Routes = {
    'GET /': () => redirect('/security-info'),

    'GET /security-info': (request) => {
      const account = accountOf(request);
      return account
        ? securityInfoPage(account)
        : askToSignIn(
            MY_SIGN_INS,
            organisationOf(request),
            request.url.pathname + request.url.search,
          );
    },

    [CALLBACK_ROUTE]: (request) => receiveTicket(state, MY_SIGN_INS, request),

    'GET /api/methods': api((account) => json(state.authenticators.of(account).map(describe))),

    'POST /api/set-up': api(async (account, form) =>
      json(await (form.get('app') === 'other' ? setUpOtherApp(account) : setUpMicrosoftApp())),
    ),

    'POST /api/verify': api((account, form) => {
      const id = form.get('id') ?? '';
      const code = form.get('code') ?? '';
      const verdict = state.authenticators.finish(account, id, code, state.now());
      return verdict ? json({ verdict: state.judged(verdict) }) : json({}, 404);
    }),

    'POST /api/delete': api((account, form) => {
      state.authenticators.remove(account, form.get('id') ?? '');
      return json({});
    }),
  };

  return (request) => routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound();
}

function describe({ id }: Authenticator) {
  return { id, name: 'Authenticator app', detail: 'Time-based one-time password (TOTP)' };
}

/** A frame only: `assets/security-info.js` fills the list and runs the wizard, without page loads. */
function securityInfoPage(account: Account): Reply {
  const { organisation, person } = account;
  return page({
    title: 'Security info',
    look: 'security-info',
    script: 'security-info.js',
    body: html`<header>
<strong>My Sign-Ins</strong>
<nav aria-label="Organisations">${person.organisations.map(
      ({ name, tenantId }) =>
        html`<a href="${securityInfoPath(tenantId)}"${name === organisation.name ? html` aria-current="page"` : undefined}>${name}</a>`,
    )}</nav>
<span class="who">${person.name}</span>
<a id="sign-out" href="${LOGOUT_URL}">Sign out</a>
</header>
<main>
<h1>Security info</h1>
<p>These are the methods with which you, <b id="account">${person.address}</b>, sign in to
<b id="organisation">${organisation.name}</b>${isGuest(account) ? ' as a guest' : ''}.</p>
<div id="root"></div>
</main>`,
  });
}
