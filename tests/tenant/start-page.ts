import { ORGANISATIONS, type Organisation, PEOPLE } from './directory.ts';
import type { Site } from './exchange.ts';
import { LOGOUT_URL, MY_SIGN_INS_HOST, securityInfoPath } from './hosts.ts';
import { html } from './html.ts';
import { notFound, page } from './page.ts';

function securityInfoUrl({ tenantId }: Organisation): string {
  return `https://${MY_SIGN_INS_HOST}${securityInfoPath(tenantId)}`;
}

/** Where `npm start` opens the browser: four lines of what to try. */
export function startSite(): Site {
  const { contoso, fabrikam } = ORGANISATIONS;
  const { address, password } = PEOPLE.alex;
  const start = page({
    title: 'Try Countersign',
    look: 'start',
    body: html`<main>
<h1>Try Countersign</h1>
<p class="lead">Countersign is in this browser’s toolbar (in Chromium behind the puzzle piece). Here is a pretend Microsoft tenant to use it on.</p>
<dl class="panel" aria-label="Your account here">
<dt>Account</dt><dd><code id="address">${address}</code></dd>
<dt>Password</dt><dd><code id="password">${password}</code></dd>
</dl>
<ol class="steps">
<li>Open the <a id="open-security-info" href="${securityInfoUrl(contoso)}">Security info page</a> and sign in with the account above.</li>
<li>Choose <b>Add sign-in method</b>, the authenticator app, then <b>Set up a different authenticator app</b>. At the QR code Countersign opens: set up its vault, choose <b>Add</b> there and <b>Next</b> on the page.</li>
<li><a id="sign-out" href="${LOGOUT_URL}">Sign out</a>, then open the <a id="open-portal-contoso" href="https://${contoso.portalHost}/">Contoso portal</a>. After the password, Countersign fills in the code.</li>
<li>Do the same as a guest: <a id="open-security-info-fabrikam" href="${securityInfoUrl(fabrikam)}">Security info at Fabrikam</a>, then the <a id="open-portal-fabrikam" href="https://${fabrikam.portalHost}/">Fabrikam portal</a>.</li>
</ol>
</main>`,
  });
  return ({ method, url }) => (method === 'GET' && url.pathname === '/' ? start : notFound());
}
