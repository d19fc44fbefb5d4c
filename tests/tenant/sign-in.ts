import { callbackUrl, findApp, MY_SIGN_INS } from './apps.ts';
import { findOrganisation, type Organisation } from './directory.ts';
import { type Reply, type Request, redirect, type Site, withCookie } from './exchange.ts';
import { LOGOUT_URL, registerPath } from './hosts.ts';
import { notFound, problemPage } from './page.ts';
import { BrowserSession } from './sessions.ts';
import { finishFlow } from './sign-in-finish.ts';
import {
  beginFlow,
  restartFlow,
  returnFromRegistration,
  type SignInFlow,
  SUBMIT,
  strayFlow,
} from './sign-in-flow.ts';
import { codeStepPage, loginPath, STEP_PAGES, signedOutPage } from './sign-in-pages.ts';
import type { TenantState } from './state.ts';

/** `login.microsoftonline.com`: leads a browser through user name, password and code to a ticket. */
export function signInSite(state: TenantState): Site {
  /** Shows the page of the flow's step, or goes back to the app. */
  function proceed(flow: SignInFlow): Reply {
    if (flow.step === 'finished') return finishFlow(state, flow) ?? staleFlow();
    const reply = STEP_PAGES[flow.step](flow, state);
    flow.error = undefined;
    return reply;
  }

  /** To the wizard, in the middle of signing in: the account is let in there, and nowhere else yet. */
  function register({ session, account, organisation, id }: SignInFlow): Reply {
    if (!account) return staleFlow();
    const signedIn = { account, withCode: false };
    const ticket = state.sessions.issue({ session, host: MY_SIGN_INS.host, signedIn });
    const returnTo = registerPath(organisation.tenantId, id);
    return redirect(callbackUrl(MY_SIGN_INS, ticket, returnTo));
  }

  function authorize({ url, cookie }: Request, organisation: Organisation): Reply {
    const app = findApp(url.searchParams.get('client_id'));
    if (!app) return problemPage(400, 'Unknown app', 'No such app asks for sign-in here.');
    const known = state.sessions.find(cookie);
    const session = known ?? new BrowserSession();
    const returnTo = url.searchParams.get('state') ?? '/';
    const reply = proceed(beginFlow(state, { session, organisation, app, returnTo }));
    return known ? reply : withCookie(reply, state.sessions.cookieFor(session));
  }

  /** The flow that the address names, if it belongs to this browser and organisation. */
  function flowOf({ url, cookie }: Request, organisation: Organisation): SignInFlow | undefined {
    const flow = state.flows.get(url.searchParams.get('ctx') ?? '');
    const mine =
      flow?.organisation === organisation && flow.session === state.sessions.find(cookie);
    return mine ? flow : undefined;
  }

  const flowRoutes: Record<string, (flow: SignInFlow, form: URLSearchParams) => Reply> = {
    'GET login': (flow) => proceed(flow),
    'POST login': (flow, form) => {
      // A form of another step comes from a page in the browser's history: it changes nothing.
      const { step } = flow;
      if (step !== 'finished' && step !== 'proofUp' && form.get('step') === step) {
        SUBMIT[step](state, flow, form);
      }
      return flow.step === 'finished' ? proceed(flow) : redirect(loginPath(flow));
    },
    'POST proofup': (flow) =>
      flow.step === 'proofUp' ? register(flow) : redirect(loginPath(flow)),
    'GET skipproofup': (flow) => {
      if (flow.step === 'proofUp') flow.step = 'staySignedIn';
      return redirect(loginPath(flow));
    },
    'GET processauth': (flow) => {
      returnFromRegistration(state, flow);
      return redirect(loginPath(flow));
    },
    'GET reprocess': (flow) => {
      restartFlow(flow);
      return redirect(loginPath(flow));
    },
  };

  function signOut({ cookie }: Request): Reply {
    state.sessions.find(cookie)?.signOut();
    return signedOutPage(state);
  }

  return (request) => {
    const { method, url } = request;
    if (url.pathname === new URL(LOGOUT_URL).pathname) return signOut(request);
    const [tenantId, ...rest] = url.pathname.slice(1).split('/');
    const organisation = findOrganisation(tenantId);
    const route = `${method} ${rest.join('/')}`;
    if (!organisation) return notFound();
    if (route === 'GET framed-code') return framedCodePage(state, organisation);
    if (route === 'GET oauth2/v2.0/authorize') return authorize(request, organisation);
    const handler = flowRoutes[route];
    if (!handler) return notFound();
    const flow = flowOf(request, organisation);
    return flow ? handler(flow, request.form) : staleFlow();
  };
}

/**
 * The page for the code as the host has it, without a cookie and in anybody's frame, which the real one
 * does not allow: it shows what would happen if it did. Its form leads nowhere.
 */
function framedCodePage(state: TenantState, organisation: Organisation): Reply {
  return codeStepPage(strayFlow(organisation), state, {
    scripts: ['hostile/catch.js'],
    policy: { 'frame-ancestors': '*' },
  });
}

function staleFlow(): Reply {
  return problemPage(400, 'Your sign-in timed out', 'This page belongs to a sign-in that is over.');
}
