import { callbackUrl, findApp } from './apps.ts';
import { findOrganisation, type Organisation } from './directory.ts';
import { type Reply, type Request, redirect, type Site, withCookie } from './exchange.ts';
import { LOGOUT_URL } from './hosts.ts';
import { notFound, problemPage } from './page.ts';
import { BrowserSession } from './sessions.ts';
import { beginFlow, restartFlow, type SignInFlow, SUBMIT } from './sign-in-flow.ts';
import { loginPath, STEP_PAGES, signedOutPage } from './sign-in-pages.ts';
import type { TenantState } from './state.ts';

/** `login.microsoftonline.com`: leads a browser through user name, password and code to a ticket. */
export function signInSite(state: TenantState): Site {
  /** Shows the page of the flow's step, or goes back to the app. */
  function proceed(flow: SignInFlow): Reply {
    if (flow.step === 'finished') return finish(flow);
    const reply = STEP_PAGES[flow.step](flow, state.signIn);
    flow.error = undefined;
    return reply;
  }

  function finish(flow: SignInFlow): Reply {
    state.flows.delete(flow.id);
    const { session, app, account } = flow;
    if (!account) return staleFlow();
    const signedIn = { account, withCode: flow.withCode };
    session.signIn(signedIn);
    const ticket = state.sessions.issue({ session, host: app.host, signedIn });
    const reply = redirect(callbackUrl(app, ticket, flow.returnTo));
    return flow.staySignedIn ? withCookie(reply, state.sessions.cookieFor(session), true) : reply;
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
      if (flow.step !== 'finished' && form.get('step') === flow.step) {
        SUBMIT[flow.step](state, flow, form);
      }
      return flow.step === 'finished' ? finish(flow) : redirect(loginPath(flow));
    },
    'GET reprocess': (flow) => {
      restartFlow(flow);
      return redirect(loginPath(flow));
    },
  };

  function signOut({ cookie }: Request): Reply {
    state.sessions.find(cookie)?.signOut();
    return signedOutPage();
  }

  return (request) => {
    const { method, url } = request;
    if (url.pathname === new URL(LOGOUT_URL).pathname) return signOut(request);
    const [tenantId, ...rest] = url.pathname.slice(1).split('/');
    const organisation = findOrganisation(tenantId);
    const route = `${method} ${rest.join('/')}`;
    if (!organisation) return notFound();
    if (route === 'GET oauth2/v2.0/authorize') return authorize(request, organisation);
    const handler = flowRoutes[route];
    if (!handler) return notFound();
    const flow = flowOf(request, organisation);
    return flow ? handler(flow, request.form) : staleFlow();
  };
}

function staleFlow(): Reply {
  return problemPage(400, 'Your sign-in timed out', 'This page belongs to a sign-in that is over.');
}
