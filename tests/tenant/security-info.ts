import { askToSignIn, CALLBACK_ROUTE, MY_SIGN_INS, receiveTicket } from './apps.ts';
import { CAPTCHA_PICTURE, solvesCaptcha } from './captcha.ts';
import { slowed } from './delay.ts';
import { type Account, findOrganisation, ORGANISATIONS } from './directory.ts';
import { verifyEnrolment } from './enrolment-verdict.ts';
import { json, type Reply, type Request, type Routes, redirect, type Site } from './exchange.ts';
import { LOGIN_HOST, securityInfoPath } from './hosts.ts';
import { notFound } from './page.ts';
import { drawQr } from './qr-drawing.ts';
import { registerPage, securityInfoPage } from './security-info-pages.ts';
import { beginPush, beginTotp } from './set-up.ts';
import type { TenantState } from './state.ts';

type ApiHandler = (account: Account, request: Request) => Reply | Promise<Reply>;
type PageOf = (account: Account, state: TenantState) => Reply;

/** `mysignins.microsoft.com`: Security info, `/register`, and what their scripts ask of the server. */
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
      return account ? handler(account, request) : json({}, 401);
    };

  /** Only for who is signed in; others are asked to. */
  const pageFor =
    (pageOf: PageOf): Site =>
    (request) => {
      const account = accountOf(request);
      const { pathname, search } = request.url;
      return account
        ? pageOf(account, state)
        : askToSignIn(MY_SIGN_INS, organisationOf(request), pathname + search);
    };

  const setUpMicrosoftApp = async () => {
    const { text, code, url } = beginPush(state);
    return { kind: 'push', drawAs: state.enrolment.drawAs, qr: await drawQr(text), code, url };
  };

  const setUpOtherApp = async (account: Account) => {
    const { id, accountName, base32, text } = beginTotp(state, account);
    const qr = await drawQr(text);
    return { kind: 'totp', drawAs: state.enrolment.drawAs, qr, id, accountName, secretKey: base32 };
  };

  const methodsOf = (account: Account) =>
    state.authenticators.of(account).map(({ id }) => ({ id }));

  const routes: Routes = {
    'GET /': () => redirect('/security-info'),
    'GET /security-info': pageFor(securityInfoPage),
    'GET /register': pageFor(registerPage),
    [CALLBACK_ROUTE]: (request) => receiveTicket(state, MY_SIGN_INS, request),

    'GET /api/methods': api((account) => json(methodsOf(account))),
    'GET /api/settings': api((account, request) => json(wizardSettings(state, account, request))),

    'POST /api/set-up': api(async (account, { form }) =>
      json(await (form.get('app') === 'other' ? setUpOtherApp(account) : setUpMicrosoftApp())),
    ),

    'POST /api/verify': api((account, { form }) => {
      const id = form.get('id') ?? '';
      const verdict = verifyEnrolment(state, account, id, form.get('code') ?? '');
      return verdict ? json({ verdict }) : json({}, 404);
    }),

    'POST /api/captcha': api((account, { form }) => {
      const solved = solvesCaptcha(form.get('answer'));
      if (solved) state.authenticators.forgiveWrongCodes(account);
      return json({ solved });
    }),

    'POST /api/delete': api((account, { form }) => {
      state.authenticators.remove(account, form.get('id') ?? '');
      return json({});
    }),
  };

  return slowed(
    state,
    (request) => routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound(),
  );
}

/** What the pages' scripts need to know before they draw anything. */
function wizardSettings(state: TenantState, { organisation }: Account, { url }: Request) {
  const { testIds, otherApps, differentAppAt, differentAppText, methods } = state.enrolment;
  const ctx = url.searchParams.get('ctx');
  const { tenantId } = organisation;
  return {
    testIds,
    otherApps,
    differentAppAt,
    differentAppText,
    methods,
    captchaPicture: CAPTCHA_PICTURE,
    returnTo: ctx
      ? `https://${LOGIN_HOST}/${tenantId}/processauth?ctx=${encodeURIComponent(ctx)}`
      : securityInfoPath(tenantId),
    page: state.texts.securityInfo,
    texts: state.texts.wizard,
  };
}
