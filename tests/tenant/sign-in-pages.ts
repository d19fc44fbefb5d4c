import type { Reply } from './exchange.ts';
import { LOGIN_HOST, START_URL } from './hosts.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import type { SignInFlow, Step } from './sign-in-flow.ts';
import type { SignInSettings } from './state.ts';

export function loginPath({ organisation, id }: SignInFlow): string {
  return `/${organisation.tenantId}/login?ctx=${id}`;
}

function reprocessPath({ organisation, id }: SignInFlow): string {
  return `/${organisation.tenantId}/reprocess?ctx=${id}`;
}

/** The page of each step. Ids, names and page ids are Microsoft's; texts and looks are our own. */
export const STEP_PAGES: Record<Step, (flow: SignInFlow, settings: SignInSettings) => Reply> = {
  userName: (flow) =>
    formPage(
      flow,
      'userName',
      'ConvergedSignIn',
      'Sign in',
      html`
<p class="app">to continue to ${flow.app.name}</p>
${errorText('usernameError', flow.error)}
<input id="i0116" name="loginfmt" type="email" autocomplete="username webauthn" placeholder="someone@example.com" aria-label="Enter your email or phone" required autofocus>
<div class="actions"><input id="idSIButton9" type="submit" value="Next"></div>`,
    ),

  password: (flow) =>
    formPage(
      flow,
      'password',
      'ConvergedSignIn',
      'Enter password',
      html`
${errorText('passwordError', flow.error)}
<input name="loginfmt" autocomplete="username" value="${flow.account?.person.address}" readonly hidden>
<input id="i0118" name="passwd" type="password" autocomplete="current-password" placeholder="Password" aria-label="Enter the password" required autofocus>
<div class="actions"><a class="secondary" id="idBtn_Back" href="${reprocessPath(flow)}">Back</a>
<input id="idSIButton9" type="submit" value="Sign in"></div>`,
    ),

  code: codePage,

  staySignedIn: (flow) =>
    formPage(
      flow,
      'staySignedIn',
      'KmsiInterrupt',
      'Stay signed in?',
      html`
<p>Do this to reduce the number of times you are asked to sign in.</p>
<div class="actions"><input class="secondary" id="idBtn_Back" name="no" type="submit" value="No">
<input id="idSIButton9" name="yes" type="submit" value="Yes"></div>`,
    ),
};

function formPage(
  flow: SignInFlow,
  step: Step,
  pageId: string,
  title: string,
  fields: Html,
): Reply {
  const address = flow.account?.person.address;
  return page({
    title: `${title} – ${flow.organisation.name}`,
    look: 'sign-in',
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
 * The code page as Entra serves it: a hidden body without any input, and a `$Config` from which
 * `assets/code-page.js` builds the form.
 */
function codePage(flow: SignInFlow, { method }: SignInSettings): Reply {
  const address = flow.account?.person.address;
  const proofs = method === 'PhoneAppOTP' ? [method] : [method, 'PhoneAppOTP'];
  return page({
    title: `Enter code – ${flow.organisation.name}`,
    look: 'sign-in',
    pageId: 'ConvergedTFA',
    hidden: true,
    script: 'code-page.js',
    config: {
      pgid: 'ConvergedTFA',
      sPOST_Username: address,
      iTotpOtcLength: 6,
      arrUserProofs: proofs.map((authMethodId, index) => ({
        authMethodId,
        isDefault: index === 0,
      })),
      urlPost: loginPath(flow),
      urlCancel: `https://${LOGIN_HOST}${reprocessPath(flow)}`,
      sErrTxt: flow.error ?? '',
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

function errorText(id: string, text: string | undefined): Html | undefined {
  return text === undefined
    ? undefined
    : html`<p id="${id}" class="error" role="alert">${text}</p>`;
}

export function signedOutPage(): Reply {
  return page({
    title: 'You signed out',
    look: 'sign-in',
    body: html`<main class="card">
<h1 id="signed-out">You signed out</h1>
<p>It is a good idea to close all windows of this browser.</p>
<p><a href="${START_URL}">Back to the start page</a></p>
</main>`,
  });
}
