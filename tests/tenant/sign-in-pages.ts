import { randomInt } from 'node:crypto';
import type { Reply } from './exchange.ts';
import { LOGIN_HOST, START_URL } from './hosts.ts';
import { type Html, html } from './html.ts';
import { type PageParts, page } from './page.ts';
import type { SignInFlow, Step } from './sign-in-flow.ts';
import type { TenantState } from './state.ts';
import { filled } from './texts/texts.ts';

/** The address of one action of a flow: `login`, `reprocess`, `proofup` and so on. */
function flowPath({ organisation, id }: SignInFlow, action: string): string {
  return `/${organisation.tenantId}/${action}?ctx=${id}`;
}

export function loginPath(flow: SignInFlow): string {
  return flowPath(flow, 'login');
}

/** The page of each step. Ids, names, page ids and texts are Microsoft's; looks are our own. */
export const STEP_PAGES: Record<Step, (flow: SignInFlow, state: TenantState) => Reply> = {
  userName: (flow, state) => {
    const { signIn } = state.texts;
    return formPage(
      flow,
      state,
      'userName',
      'ConvergedSignIn',
      signIn.title,
      html`
<p class="app">${filled(signIn.toContinue, { app: flow.app.name })}</p>
${errorText('usernameError', flow, state)}
<input id="i0116" name="loginfmt" type="email" autocomplete="username webauthn" placeholder="someone@example.com" aria-label="${signIn.userName}" required autofocus>
<div class="actions"><input id="idSIButton9" type="submit" value="${signIn.next}"></div>`,
    );
  },

  password: (flow, state) => {
    const { signIn } = state.texts;
    return formPage(
      flow,
      state,
      'password',
      'ConvergedSignIn',
      signIn.passwordTitle,
      html`
${errorText('passwordError', flow, state)}
<input name="loginfmt" autocomplete="username" value="${flow.account?.person.address}" readonly hidden>
<input id="i0118" name="passwd" type="password" autocomplete="current-password" placeholder="${signIn.password}" aria-label="${signIn.passwordLabel}" required autofocus>
<div class="actions"><a class="secondary" id="idBtn_Back" href="${flowPath(flow, 'reprocess')}">${signIn.back}</a>
<input id="idSIButton9" type="submit" value="${signIn.title}"></div>`,
    );
  },

  code: (flow, state) => codeStepPage(flow, state),

  proofUp: (flow, state) =>
    knockoutPage(
      flow,
      state,
      'ConvergedProofUpRedirect',
      { script: 'proof-up.js' },
      state.texts.signIn.moreTitle,
      {
        urlPost: flowPath(flow, 'proofup'),
        urlSkipMfaRegistration: flowPath(flow, 'skipproofup'),
      },
    ),

  staySignedIn: (flow, state) => {
    const { signIn } = state.texts;
    return formPage(
      flow,
      state,
      'staySignedIn',
      'KmsiInterrupt',
      signIn.stayTitle,
      html`
<p>${signIn.stayText}</p>
<div class="actions"><input class="secondary" id="idBtn_Back" name="no" type="submit" value="${signIn.no}">
<input id="idSIButton9" name="yes" type="submit" value="${signIn.yes}"></div>`,
    );
  },
};

/** The page for the second factor; whoever copies or frames it has parts of his own beside its script. */
export function codeStepPage(
  flow: SignInFlow,
  state: TenantState,
  also: { readonly scripts?: readonly string[]; readonly policy?: PageParts['policy'] } = {},
): Reply {
  const { method, otherWays, numberMatching, appearance, lateMs } = state.signIn;
  const proofs = new Set([method, ...otherWays]);
  return knockoutPage(
    flow,
    state,
    'ConvergedTFA',
    { script: [...(also.scripts ?? []), 'code-page.js'], policy: also.policy },
    state.texts.signIn.codeTitle,
    {
      iTotpOtcLength: 6,
      arrUserProofs: [...proofs].map((authMethodId) => ({
        authMethodId,
        isDefault: authMethodId === method,
      })),
      urlPost: loginPath(flow),
      sDisplaySign: numberMatching ? String(randomInt(10, 100)) : '',
      appearance,
      lateMs,
    },
  );
}

function formPage(
  flow: SignInFlow,
  state: TenantState,
  step: Step,
  pageId: string,
  title: string,
  fields: Html,
): Reply {
  const address = flow.account?.person.address;
  return page({
    title: `${title} – ${flow.organisation.name}`,
    look: 'sign-in',
    language: state.enrolment.language,
    pageId,
    body: card(
      flow,
      html`${address && html`<div id="displayName" class="identity" title="${address}">${address}</div>`}
<h1>${title}</h1>
<form method="post" action="${loginPath(flow)}">
<input type="hidden" name="step" value="${step}">${fields}
</form>`,
    ),
  });
}

/**
 * A page as Entra serves those that Knockout builds: a hidden body without any input, and a `$Config`
 * from which the script makes the form.
 */
function knockoutPage(
  flow: SignInFlow,
  state: TenantState,
  pageId: string,
  parts: Pick<PageParts, 'script' | 'policy'>,
  title: string,
  config: object,
): Reply {
  const { signIn } = state.texts;
  return page({
    title: `${title} – ${flow.organisation.name}`,
    look: 'sign-in',
    language: state.enrolment.language,
    pageId,
    hidden: true,
    ...parts,
    config: {
      pgid: pageId,
      sPOST_Username: flow.account?.person.address,
      urlCancel: `https://${LOGIN_HOST}${flowPath(flow, 'reprocess')}`,
      sErrTxt: flow.error ? signIn[flow.error] : '',
      str: signIn,
      ...config,
    },
    body: card(flow, html`<div id="lightbox"></div>`),
  });
}

function card({ organisation }: SignInFlow, content: Html): Html {
  return html`<main class="card">
<p class="organisation">${organisation.name}</p>
${content}
</main>`;
}

function errorText(id: string, flow: SignInFlow, { texts }: TenantState): Html | undefined {
  return (
    flow.error && html`<p id="${id}" class="error" role="alert">${texts.signIn[flow.error]}</p>`
  );
}

export function signedOutPage({ texts, enrolment }: TenantState): Reply {
  const { signedOut, signedOutText } = texts.signIn;
  return page({
    title: signedOut,
    look: 'sign-in',
    language: enrolment.language,
    body: html`<main class="card">
<h1 id="signed-out">${signedOut}</h1>
<p>${signedOutText}</p>
<p><a href="${START_URL}">Back to the start page</a></p>
</main>`,
  });
}
