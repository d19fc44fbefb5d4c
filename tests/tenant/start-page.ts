import { ORGANISATIONS, type Organisation, PEOPLE } from './directory.ts';
import type { Site } from './exchange.ts';
import { BANK_HOST, LOGOUT_URL, MY_SIGN_INS_HOST, SHOP_HOST, securityInfoPath } from './hosts.ts';
import { html } from './html.ts';
import { notFound, page } from './page.ts';

function securityInfoUrl({ tenantId }: Organisation): string {
  return `https://${MY_SIGN_INS_HOST}${securityInfoPath(tenantId)}`;
}

/** Where `npm start` opens the browser: four lines of what to try. */
export function startSite(): Site {
  const { contoso, fabrikam } = ORGANISATIONS;
  const { alex, pat } = PEOPLE;
  const start = page({
    title: 'Try Countersign',
    look: 'start',
    body: html`<main>
<h1>Try Countersign</h1>
<p class="lead">Countersign is in this browser’s toolbar (in Chromium behind the puzzle piece). Here is a pretend Microsoft tenant to use it on.</p>
<dl class="panel" aria-label="Your accounts here">
<dt>Work account</dt><dd><code id="address">${alex.address}</code></dd>
<dt>Password</dt><dd><code id="password">${alex.password}</code></dd>
<dt>Personal account</dt><dd><code>${pat.address}</code></dd>
<dt>Password</dt><dd><code>${pat.password}</code></dd>
</dl>
<ol class="steps">
<li>Choose Countersign’s button and set up its vault. Then choose <b>Add account</b>, <b>Add work or school account</b>, and sign in to the page that opens. Countersign walks through the steps and asks you whether to <b>Add</b> the account that it has read. Once it is verified, <a id="sign-out" href="${LOGOUT_URL}">sign out</a> and open the <a id="open-portal-contoso" href="https://${contoso.portalHost}/">Contoso portal</a>: after the password, the code is filled in.</li>
<li>Be a guest: sign in to <a id="open-security-info-fabrikam" href="${securityInfoUrl(fabrikam)}">Security info at Fabrikam</a> with the same work account, and choose <b>Enrol here</b> in Countersign.</li>
<li>Open the <a id="open-shop" href="https://${SHOP_HOST}/2fa">shop’s set-up code</a>, and choose <b>Scan this page</b> in Countersign. After the same at the <a id="open-bank-enrol" href="https://${BANK_HOST}/enrol">bank</a>, <a id="open-bank" href="https://${BANK_HOST}/sign-in/single">its sign-in</a> asks for the code.</li>
<li>Choose <b>Add account</b>, <b>Add personal account</b>, and sign in with the personal account.</li>
</ol>
</main>`,
  });
  return ({ method, url }) => (method === 'GET' && url.pathname === '/' ? start : notFound());
}
