import type { Account } from '../directory.ts';
import type { Reply } from '../exchange.ts';
import { LIVE_LOGOUT_URL } from '../hosts.ts';
import { type Html, html } from '../html.ts';
import { page } from '../page.ts';
import type { QrDrawing } from '../qr-drawing.ts';
import type { SignedIn } from '../sessions.ts';
import type { TenantState } from '../state.ts';
import { filled } from '../texts/texts.ts';

/** The frame of every page of `account.live.com`. */
export function livePage(
  { texts, enrolment }: TenantState,
  { person }: Account,
  parts: {
    readonly title: string;
    readonly body: Html;
    readonly script?: string;
    readonly config?: object;
  },
): Reply {
  return page({
    look: 'live',
    language: enrolment.language,
    ...parts,
    body: html`<header>
<strong>Microsoft ${texts.personal.account}</strong>
<span class="who" id="account">${person.address}</span>
<a id="sign-out" href="${LIVE_LOGOUT_URL}">${texts.securityInfo.signOut}</a>
</header>
<main>${parts.body}</main>`,
  });
}

export function accountPage(state: TenantState, { account, withCode }: SignedIn): Reply {
  const { personal } = state.texts;
  const { person } = account;
  const proof = withCode ? 'password and app code' : 'password';
  return livePage(state, account, {
    title: `Microsoft ${personal.account}`,
    body: html`<h1>${filled(personal.welcome, { name: person.name })}</h1>
<p id="signed-in" data-with="${proof}">${filled(personal.signedInAs, { address: person.address })}</p>
<p><a id="security" href="/proofs/Manage/additional">${personal.securityLink}</a></p>`,
  });
}

/** The ways in; `assets/live-manage.js` opens the choice of another one. */
export function managePage(state: TenantState, account: Account): Reply {
  const { personal } = state.texts;
  const apps = state.authenticators.of(account);
  return livePage(state, account, {
    title: personal.securityTitle,
    script: 'live-manage.js',
    config: {
      methods: state.enrolment.methods,
      urlAddApp: '/proofs/Add?apt=12&mpsplit=2',
      str: personal,
    },
    body: html`<h1>${personal.securityTitle}</h1>
<h2>${personal.waysTitle}</h2>
<p>${personal.waysText}</p>
<ul id="methods" class="panel"><li>${personal.password}</li>
${apps.map(() => html`<li data-way="app">${personal.app}</li>`)}</ul>
<p><a id="AddProofLink" href="#" role="button">+ ${personal.addWay}</a></p>`,
  });
}

/** The push code comes first here too; the link under it leads to the code for a different app. */
export function microsoftAppPage(state: TenantState, account: Account, qr: QrDrawing): Reply {
  const { personal, wizard } = state.texts;
  const different = html`<p>${personal.differentLead}
<a id="iSelectProofTypeAlternate" href="/proofs/Add?apt=3&amp;mpsplit=2">${personal.different}</a></p>`;
  return livePage(state, account, {
    title: personal.setUpTitle,
    script: 'live-microsoft-app.js',
    body: html`<h1>${personal.setUpTitle}</h1>
<p>${personal.setUpText}</p>
<p><a href="#">${personal.getNow}</a></p>
<p class="qr"><img id="iActivationQr" src="${qr.png}" alt="${wizard.qrAlt}" width="200" height="200"></p>
${state.enrolment.otherApps === 'allowed' ? different : undefined}
<p id="iWaiting" role="status" hidden>${wizard.tryText}</p>
<div class="actions"><a class="secondary" id="iCancel" role="button" href="/proofs/Manage/additional">${personal.cancel}</a>
<input type="button" id="iNext" value="${personal.next}"></div>`,
  });
}

/** Shown once, when an app was added: it is not for an authenticator. */
export function recoveryPage(state: TenantState, account: Account, recoveryCode: string): Reply {
  const { personal } = state.texts;
  return livePage(state, account, {
    title: personal.recoveryTitle,
    body: html`<h1>${personal.recoveryTitle}</h1>
<p>${personal.recoveryText}</p>
<p id="recovery-code" class="dirltr bold">${recoveryCode}</p>
<div class="actions"><a class="secondary" id="iFinish" role="button" href="/proofs/Manage/additional">${personal.finish}</a></div>`,
  });
}
