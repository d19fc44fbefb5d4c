import { randomUUID } from 'node:crypto';
import type { App } from './apps.ts';
import { type Account, findAccount, type Organisation } from './directory.ts';
import type { BrowserSession } from './sessions.ts';
import type { TenantState } from './state.ts';

export type Step = 'userName' | 'password' | 'code' | 'staySignedIn';

/** One way through the sign-in pages, from an app's question to its ticket. */
export interface SignInFlow {
  readonly id: string;
  readonly session: BrowserSession;
  readonly organisation: Organisation;
  readonly app: App;
  /** The path of the app to come back to. */
  readonly returnTo: string;
  step: Step | 'finished';
  account?: Account;
  withCode: boolean;
  staySignedIn: boolean;
  /** What the present page complains of, if anything. */
  error: string | undefined;
}

/** A new flow; who is signed in already starts at the code, or is done. */
export function beginFlow(
  state: TenantState,
  from: Pick<SignInFlow, 'session' | 'organisation' | 'app' | 'returnTo'>,
): SignInFlow {
  const flow: SignInFlow = {
    ...from,
    id: randomUUID(),
    step: 'userName',
    withCode: false,
    staySignedIn: false,
    error: undefined,
  };
  const signedIn = from.session.signedIn(from.organisation);
  if (signedIn) {
    flow.account = signedIn.account;
    flow.withCode = signedIn.withCode;
    flow.step = needsCode(state, flow, signedIn.account) ? 'code' : 'finished';
  }
  state.flows.set(flow.id, flow);
  return flow;
}

/** Starts again at the user name: "Back" and "Cancel". */
export function restartFlow(flow: SignInFlow): void {
  delete flow.account;
  flow.step = 'userName';
  flow.error = undefined;
}

/** What each step does with its form: on to another step, or an error on the same page. */
export const SUBMIT: Record<
  Step,
  (state: TenantState, flow: SignInFlow, form: URLSearchParams) => void
> = {
  userName(_state, flow, form) {
    const account = findAccount(flow.organisation, form.get('loginfmt') ?? '');
    if (!account) {
      flow.error = `This user name does not exist in ${flow.organisation.name}. Check it and try again.`;
      return;
    }
    flow.account = account;
    flow.step = 'password';
  },

  password(state, flow, form) {
    const { account } = flow;
    if (form.get('passwd') !== account?.person.password) {
      flow.error = 'Your account or password is incorrect. Check it and try again.';
      return;
    }
    flow.step = needsCode(state, flow, account) ? 'code' : 'staySignedIn';
  },

  code(state, flow, form) {
    const { account } = flow;
    if (!account) return;
    const verdict = state.judged(
      // No text message is ever sent, so no code of one can be right.
      form.get('mfaAuthMethod') === 'PhoneAppOTP'
        ? state.authenticators.check(account, form.get('otc') ?? '', state.now())
        : 'wrong',
    );
    if (verdict !== 'accepted') {
      flow.error = CODE_ERRORS[verdict];
      return;
    }
    if (form.has('rememberMFA')) flow.session.trust(account);
    state.completed(account);
    flow.withCode = true;
    flow.step = 'staySignedIn';
  },

  staySignedIn(_state, flow, form) {
    flow.staySignedIn = form.has('yes');
    flow.step = 'finished';
  },
};

const CODE_ERRORS = {
  wrong: "You didn't enter the expected verification code. Please try again.",
  used: 'That verification code was used already. Wait for the next one, then try again.',
};

function needsCode(state: TenantState, flow: SignInFlow, account: Account): boolean {
  const enrolled = state.authenticators.of(account).length > 0;
  return enrolled && !flow.withCode && !flow.session.trusts(account);
}
