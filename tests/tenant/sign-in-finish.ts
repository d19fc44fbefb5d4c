import { callbackUrl } from './apps.ts';
import { type Reply, redirect, withCookie } from './exchange.ts';
import type { SignInFlow } from './sign-in-flow.ts';
import type { TenantState } from './state.ts';

/** Goes back to the app with a ticket; `undefined` for a flow that nobody has signed in to. */
export function finishFlow(state: TenantState, flow: SignInFlow): Reply | undefined {
  state.flows.delete(flow.id);
  const { session, app, account } = flow;
  if (!account) return undefined;
  const signedIn = { account, withCode: flow.withCode };
  session.signIn(signedIn);
  const ticket = state.sessions.issue({ session, host: app.host, signedIn });
  const reply = redirect(callbackUrl(app, ticket, flow.returnTo));
  return flow.staySignedIn ? withCookie(reply, state.sessions.cookieFor(session), true) : reply;
}
