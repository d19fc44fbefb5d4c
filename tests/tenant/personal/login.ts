import { randomInt } from 'node:crypto';
import { LIVE_ACCOUNT } from '../apps.ts';
import { slowed } from '../delay.ts';
import { PERSONAL } from '../directory.ts';
import {
  type Reply,
  type Request,
  type Routes,
  redirect,
  type Site,
  withCookie,
} from '../exchange.ts';
import { html } from '../html.ts';
import { notFound, page, problemPage } from '../page.ts';
import { BrowserSession } from '../sessions.ts';
import { finishFlow } from '../sign-in-finish.ts';
import { beginFlow, restartFlow, type SignInFlow, SUBMIT } from '../sign-in-flow.ts';
import type { TenantState } from '../state.ts';

/** `login.live.com`: the same steps as at Entra, on pages that React builds. */
export function liveLoginSite(state: TenantState): Site {
  function proceed(flow: SignInFlow): Reply {
    if (flow.step === 'finished') return finishFlow(state, flow) ?? staleFlow();
    const reply = viewPage(flow, state);
    flow.error = undefined;
    return reply;
  }

  function begin({ url, cookie }: Request): Reply {
    const known = state.sessions.find(cookie);
    const session = known ?? new BrowserSession();
    const returnTo = url.searchParams.get('state') ?? '/';
    const flow = beginFlow(state, {
      session,
      organisation: PERSONAL,
      app: LIVE_ACCOUNT,
      returnTo,
    });
    const reply = proceed(flow);
    return known ? reply : withCookie(reply, state.sessions.cookieFor(session));
  }

  const forFlow =
    (handler: (flow: SignInFlow, request: Request) => Reply): Site =>
    (request) => {
      const flow = state.flows.get(request.url.searchParams.get('ctx') ?? '');
      const mine =
        flow?.organisation === PERSONAL && flow.session === state.sessions.find(request.cookie);
      return mine ? handler(flow, request) : staleFlow();
    };

  const show = forFlow((flow, { url }) => {
    if (url.searchParams.has('back')) restartFlow(flow);
    return proceed(flow);
  });

  const routes: Routes = {
    'GET /login.srf': (request) =>
      request.url.searchParams.has('ctx') ? show(request) : begin(request),

    'POST /ppsecure/post.srf': forFlow((flow, { form }) => {
      const { step } = flow;
      if (step !== 'finished' && step !== 'proofUp' && form.get('step') === step) {
        if (step === 'code') {
          form.set('mfaAuthMethod', form.get('ProofType') ?? 'PhoneAppOTP');
        }
        SUBMIT[step](state, flow, form);
      }
      return flow.step === 'finished' ? proceed(flow) : redirect(viewPath(flow));
    }),

    'GET /logout.srf': ({ cookie }) => {
      state.sessions.find(cookie)?.signOut();
      return signedOutPage(state);
    },
  };

  return slowed(
    state,
    (request) => routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound(),
  );
}

function viewPath({ id }: SignInFlow): string {
  return `/login.srf?ctx=${id}`;
}

/** An empty page: `assets/live-login.js` builds the view of the step. */
function viewPage(flow: SignInFlow, { texts, enrolment, personal: settings }: TenantState): Reply {
  const { personal, signIn } = texts;
  const { error, step, account } = flow;
  const complaints = {
    unknownUser: personal.unknownUser,
    wrongPassword: personal.wrongPassword,
    wrongCode: personal.wrongCode,
    usedCode: personal.usedCode,
  };
  return page({
    title: personal.signInTitle,
    look: 'live',
    language: enrolment.language,
    script: 'live-login.js',
    config: {
      view: step,
      codeField: settings.codeField,
      displaySign: String(randomInt(10, 100)),
      address: account?.person.address ?? '',
      urlPost: `/ppsecure/post.srf?ctx=${flow.id}`,
      urlBack: `${viewPath(flow)}&back=1`,
      error: error ? complaints[error] : '',
      str: personal,
      back: signIn.back,
      digitsMissing: signIn.codeMissing.replace('{digits}', '6'),
    },
    body: html`<main class="card"><p class="organisation">Microsoft</p><div id="root"></div></main>`,
  });
}

function signedOutPage({ texts, enrolment }: TenantState): Reply {
  const { signedOut } = texts.personal;
  return page({
    title: signedOut,
    look: 'live',
    language: enrolment.language,
    body: html`<main class="card"><h1 id="signed-out">${signedOut}</h1></main>`,
  });
}

function staleFlow(): Reply {
  return problemPage(400, 'Your sign-in timed out', 'This page belongs to a sign-in that is over.');
}
