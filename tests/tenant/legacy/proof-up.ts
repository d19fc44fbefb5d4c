import { askToSignIn, CALLBACK_ROUTE, LEGACY_PROOF_UP, receiveTicket } from '../apps.ts';
import { CAPTCHA_PICTURE, solvesCaptcha } from '../captcha.ts';
import { slowed } from '../delay.ts';
import { type Account, findOrganisation, ORGANISATIONS } from '../directory.ts';
import { verifyEnrolment } from '../enrolment-verdict.ts';
import { json, type Reply, type Request, type Routes, redirect, type Site } from '../exchange.ts';
import { notFound } from '../page.ts';
import { qrPng } from '../qr-drawing.ts';
import { beginPush, beginTotp } from '../set-up.ts';
import type { TenantState } from '../state.ts';
import { proofUpPage } from './proof-up-page.ts';

/**
 * `account.activedirectory.windowsazure.com`: the page for security info before My Sign-Ins, drawn by
 * the server, with a dialog that its script fills. Paths do not depend on case, as on IIS.
 */
export function legacySite(state: TenantState): Site {
  /** What the QR codes at `QrCode.ashx` hold, by their ids. */
  const texts = new Map<string, string>();

  const organisationOf = ({ url }: Request) =>
    findOrganisation(url.searchParams.get('tenantId')) ?? ORGANISATIONS.contoso;

  const accountOf = (request: Request) =>
    state.sessions.find(request.cookie)?.admitted(LEGACY_PROOF_UP.host, organisationOf(request))
      ?.account;

  const forAccount =
    (handler: (account: Account, form: URLSearchParams) => Reply): Site =>
    (request) => {
      const account = accountOf(request);
      return account ? handler(account, request.form) : json({}, 401);
    };

  const routes: Routes = {
    'GET /': () => redirect('/proofup.aspx'),

    'GET /proofup.aspx': (request) => {
      const account = accountOf(request);
      const { pathname, search } = request.url;
      return account
        ? proofUpPage(account, state)
        : askToSignIn(LEGACY_PROOF_UP, organisationOf(request), pathname + search);
    },

    [CALLBACK_ROUTE]: (request) => receiveTicket(state, LEGACY_PROOF_UP, request),

    'POST /proofup.aspx/initializemobileapp': forAccount((account, form) => {
      if (form.get('notifications') === 'true') {
        const { code, url, text } = beginPush(state);
        texts.set(code, text);
        return json({ kind: 'push', id: code, code, url });
      }
      const { id, text, accountName, base32 } = beginTotp(state, account);
      texts.set(id, text);
      return json({ kind: 'totp', id, accountName, secretKey: base32.match(/.{4}/g)?.join(' ') });
    }),

    'GET /qrcode.ashx': async ({ url }) => {
      const text = texts.get(url.searchParams.get('id') ?? '');
      if (text === undefined) return notFound();
      return { status: 200, headers: { 'Content-Type': 'image/png' }, body: await qrPng(text) };
    },

    'POST /proofup.aspx/verifycode': forAccount((account, form) => {
      const verdict = verifyEnrolment(state, account, form.get('id') ?? '', form.get('code') ?? '');
      return verdict ? json({ verdict, captchaPicture: CAPTCHA_PICTURE }) : json({}, 404);
    }),

    'POST /proofup.aspx/solvecaptcha': forAccount((account, form) => {
      const solved = solvesCaptcha(form.get('answer'));
      if (solved) state.authenticators.forgiveWrongCodes(account);
      return json({ solved });
    }),
  };

  return slowed(state, (request) => {
    const route = `${request.method} ${request.url.pathname.toLowerCase()}`;
    return routes[route]?.(request) ?? notFound();
  });
}
