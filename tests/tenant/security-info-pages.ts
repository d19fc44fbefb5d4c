import { type Account, isGuest } from './directory.ts';
import type { Reply } from './exchange.ts';
import { LOGOUT_URL, securityInfoPath } from './hosts.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import type { TenantState } from './state.ts';

/** A frame only: `assets/security-info.js` fills the list and runs the wizard, without page loads. */
export function securityInfoPage(account: Account, { texts, enrolment }: TenantState): Reply {
  const { organisation, person } = account;
  const { securityInfo } = texts;
  return page({
    title: securityInfo.title,
    look: 'security-info',
    language: enrolment.language,
    script: 'security-info.js',
    body: html`<header>
<strong>My Sign-Ins</strong>
<nav aria-label="${securityInfo.organisation}">${person.organisations.map(
      ({ name, tenantId }) =>
        html`<a href="${securityInfoPath(tenantId)}"${name === organisation.name ? html` aria-current="page"` : undefined}>${name}</a>`,
    )}</nav>
<span class="who">${person.name}</span>
<a id="sign-out" href="${LOGOUT_URL}">${securityInfo.signOut}</a>
</header>
<main>
<h1>${securityInfo.title}</h1>
<p>${securityInfo.intro}</p>
<p>${securityInfo.account}: <b id="account">${person.address}</b>. ${securityInfo.organisation}:
<b id="organisation">${organisation.name}</b>${isGuest(account) ? ` (${securityInfo.asGuest})` : ''}.</p>
<div id="root"></div>
</main>`,
  });
}

/** A frame for the wizard alone, to which sign-in sends who has no method yet. */
export function registerPage(
  { organisation, person }: Account,
  { texts, enrolment }: TenantState,
): Reply {
  const { securityInfo } = texts;
  return page({
    title: securityInfo.keepSecure,
    look: 'security-info',
    language: enrolment.language,
    script: 'register.js',
    body: html`<header>
<strong>My Sign-Ins</strong>
<span class="who"><b id="account">${person.address}</b>, <b id="organisation">${organisation.name}</b></span>
<a id="sign-out" href="${LOGOUT_URL}">${securityInfo.signOut}</a>
</header>
<main class="register">
<h1>${securityInfo.keepSecure}</h1>
<p>${securityInfo.keepSecureText}</p>
<div id="root"></div>
</main>`,
  });
}
