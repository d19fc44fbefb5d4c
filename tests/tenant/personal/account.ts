import { CALLBACK_ROUTE, LIVE_ACCOUNT, receiveTicket } from '../apps.ts';
import { CAPTCHA_PICTURE, solvesCaptcha } from '../captcha.ts';
import { slowed } from '../delay.ts';
import { type Account, PERSONAL } from '../directory.ts';
import { verifyEnrolment } from '../enrolment-verdict.ts';
import { json, type Reply, type Request, type Routes, redirect, type Site } from '../exchange.ts';
import { LIVE_LOGIN_HOST } from '../hosts.ts';
import { notFound } from '../page.ts';
import { drawQr } from '../qr-drawing.ts';
import type { SignedIn } from '../sessions.ts';
import type { TenantState } from '../state.ts';
import { otherAppPage } from './other-app-page.ts';
import { accountPage, managePage, microsoftAppPage, recoveryPage } from './pages.ts';
import { newRecoveryCode, personalPushText, personalTotpUri } from './texts.ts';

/** The number under which the page of a different app is known; that of Microsoft's own is not. */
const OTHER_APP = '3';

/** `account.live.com`: a personal account's own page, and where its proofs are added. */
export function liveAccountSite(state: TenantState): Site {
  const signedInOf = ({ cookie }: Request) =>
    state.sessions.find(cookie)?.admitted(LIVE_ACCOUNT.host, PERSONAL);

  /** Only for who is signed in; others are asked to. */
  const pageFor =
    (pageOf: (signedIn: SignedIn, request: Request) => Reply | Promise<Reply>): Site =>
    (request) => {
      const signedIn = signedInOf(request);
      if (signedIn) return pageOf(signedIn, request);
      const path = request.url.pathname + request.url.search;
      const query = new URLSearchParams({ wa: 'wsignin1.0', state: path });
      return redirect(`https://${LIVE_LOGIN_HOST}/login.srf?${query}`);
    };

  const api =
    (handler: (account: Account, form: URLSearchParams) => Reply): Site =>
    (request) => {
      const account = signedInOf(request)?.account;
      return account ? handler(account, request.form) : json({}, 401);
    };

  async function addOtherApp(account: Account): Promise<Reply> {
    const { id, base32 } = state.authenticators.begin(account);
    const { address } = account.person;
    const text = state.enrolment.text ?? personalTotpUri(address, base32);
    return otherAppPage(state, account, { id, base32, qr: await drawQr(text) });
  }

  const manage = pageFor(({ account }) => managePage(state, account));

  const routes: Routes = {
    'GET /': pageFor((signedIn) => accountPage(state, signedIn)),
    [CALLBACK_ROUTE]: (request) => receiveTicket(state, LIVE_ACCOUNT, request),
    'GET /proofs': () => redirect('/proofs/Manage/additional'),
    'GET /proofs/Manage': () => redirect('/proofs/Manage/additional'),
    'GET /proofs/Manage/additional': manage,

    'GET /proofs/Add': pageFor(async ({ account }, { url }) =>
      url.searchParams.get('apt') === OTHER_APP && state.enrolment.otherApps === 'allowed'
        ? addOtherApp(account)
        : microsoftAppPage(state, account, await drawQr(personalPushText())),
    ),

    'GET /proofs/RecoveryCode': pageFor(({ account }) =>
      recoveryPage(state, account, newRecoveryCode()),
    ),

    'POST /API/AddVerifyTotp': api((account, form) => {
      const id = form.get('ProofId') ?? '';
      const verdict = verifyEnrolment(state, account, id, form.get('TotpCode') ?? '');
      return verdict ? json({ verdict, captchaPicture: CAPTCHA_PICTURE }) : json({}, 404);
    }),

    'POST /API/SolveHip': api((account, form) => {
      const solved = solvesCaptcha(form.get('answer'));
      if (solved) state.authenticators.forgiveWrongCodes(account);
      return json({ solved });
    }),
  };

  return slowed(
    state,
    (request) => routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound(),
  );
}
