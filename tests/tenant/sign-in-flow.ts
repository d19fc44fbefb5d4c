import { randomUUID } from 'node:crypto';
import { type App, portalOf } from './apps.ts';
import { type Account, findAccount, type Organisation, PEOPLE, PERSONAL } from './directory.ts';
import { BrowserSession } from './sessions.ts';
import type { TenantState } from './state.ts';

export type Step = 'userName' | 'password' | 'code' | 'proofUp' | 'staySignedIn';

/** What a page complains of: the name of the text that says so. */
type Complaint = 'unknownUser' | 'wrongPassword' | 'wrongCode' | 'usedCode';

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
  error: Complaint | undefined;
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
    flow.step = nextProof(state, flow, signedIn.account) ?? 'finished';
  }
  state.flows.set(flow.id, flow);
  return flow;
}

/** A flow at the step of the code that belongs to no browser: for copies of the page, and for frames. */
export function strayFlow(organisation: Organisation): SignInFlow {
  const account = findAccount(organisation, PEOPLE.alex.address);
  return {
    id: randomUUID(),
    session: new BrowserSession(),
    organisation,
    app: portalOf(organisation),
    returnTo: '/',
    step: 'code',
    ...(account && { account }),
    withCode: false,
    staySignedIn: false,
    error: undefined,
  };
}

/** Starts again at the user name: "Back" and "Cancel". */
export function restartFlow(flow: SignInFlow): void {
  delete flow.account;
  flow.step = 'userName';
  flow.error = undefined;
}

/** Who was sent to register a method has proved by it who he is; who has not is still to register. */
export function returnFromRegistration(state: TenantState, flow: SignInFlow): void {
  if (flow.step !== 'proofUp' || !flow.account) return;
  if (state.authenticators.of(flow.account).length === 0) return;
  flow.withCode = true;
  flow.step = 'staySignedIn';
}

/** What each step does with its form: on to another step, or an error on the same page. */
export const SUBMIT: Record<
  Exclude<Step, 'proofUp'>,
  (state: TenantState, flow: SignInFlow, form: URLSearchParams) => void
> = {
  userName(_state, flow, form) {
    const account = findAccount(flow.organisation, form.get('loginfmt') ?? '');
    if (!account) {
      flow.error = 'unknownUser';
      return;
    }
    flow.account = account;
    flow.step = 'password';
  },

  password(state, flow, form) {
    const { account } = flow;
    if (form.get('passwd') !== account?.person.password) {
      flow.error = 'wrongPassword';
      return;
    }
    flow.step = nextProof(state, flow, account) ?? 'staySignedIn';
  },

  code(state, flow, form) {
    const { account } = flow;
    if (!account) return;
    const verdict = state.judged(
      // Nothing is ever texted, and no pass or recovery code given out, so none can be right.
      form.get('mfaAuthMethod') === 'PhoneAppOTP'
        ? state.authenticators.check(account, form.get('otc') ?? '', state.now())
        : 'wrong',
    );
    if (verdict !== 'accepted') {
      flow.error = verdict === 'wrong' ? 'wrongCode' : 'usedCode';
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

/** What is asked for beside the password, if anything. */
function nextProof(
  state: TenantState,
  flow: SignInFlow,
  account: Account,
): 'code' | 'proofUp' | undefined {
  const enrolled = state.authenticators.of(account).length > 0;
  if (enrolled) return flow.withCode || flow.session.trusts(account) ? undefined : 'code';
  const forced = state.signIn.forceRegistration && account.organisation !== PERSONAL;
  return forced ? 'proofUp' : undefined;
}
