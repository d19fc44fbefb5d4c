import type { BankState } from '../bank/bank.ts';
import { bankPage, codePage } from '../bank/pages.ts';
import { findVariant } from '../bank/variants.ts';
import { ORGANISATIONS } from '../directory.ts';
import type { Reply, Request, Site } from '../exchange.ts';
import { BANK_HOST, LOGIN_HOST } from '../hosts.ts';
import { html } from '../html.ts';
import { notFound } from '../page.ts';
import { strayFlow } from '../sign-in-flow.ts';
import { codeStepPage } from '../sign-in-pages.ts';
import type { TenantState } from '../state.ts';
import { mayBeCode } from './caught.ts';
import { navigatedPage } from './navigating.ts';

const SCRIPTS = ['hostile/catch.js', 'hostile/copy.js'];
const OWN_FORMS = { 'form-action': "'self'" };

/** The same on every host of somebody who is after codes. */
export function hostileSite(state: TenantState, bank: BankState): Site {
  const entraCopy = () =>
    codeStepPage(strayFlow(ORGANISATIONS.contoso), state, { scripts: SCRIPTS, policy: OWN_FORMS });

  function bankCopy({ url }: Request): Reply {
    const name = url.searchParams.get('variant') ?? 'single';
    const variant = findVariant(name);
    if (!variant) return notFound();
    const { settings, users } = bank;
    const parts = { name, variant, settings, users, language: 'en', scripts: SCRIPTS } as const;
    return codePage(bank.begin(users.alex), parts);
  }

  /** Keeps what a form brought: whoever pressed the button, the code is gone. */
  function taken({ url, form }: Request): Reply {
    for (const [name, value] of form) {
      if (mayBeCode(value)) state.caught.note(`${url.host}${url.pathname} form ${name}`, value);
    }
    return bankPage({ body: html`<h1 id="thanks">Thank you</h1>` });
  }

  const routes: Readonly<Record<string, Site>> = {
    '/': (request) => (request.url.host.includes('login') ? entraCopy() : bankCopy(request)),
    '/entra': entraCopy,
    '/bank': bankCopy,
    '/frame': () => framesPage(),
    '/frame-back': () => frameBackPage(),
    '/navigated': navigatedPage,
  };

  return (request) => {
    if (request.method === 'POST') return taken(request);
    return routes[request.url.pathname]?.(request) ?? notFound();
  };
}

/** Frames of the real pages, and a field of its own beside them. */
function framesPage(): Reply {
  const entra = `https://${LOGIN_HOST}/${ORGANISATIONS.contoso.tenantId}/framed-code`;
  const bank = `https://${BANK_HOST}/sign-in/single?watched`;
  return bankPage({
    script: SCRIPTS,
    policy: { 'frame-src': `https://${BANK_HOST} https://${LOGIN_HOST}` },
    body: html`<h1>Two-step verification</h1>
<iframe id="bank" src="${bank}" title="Bank" width="500" height="400"></iframe>
<iframe id="entra" src="${entra}" title="Sign in" width="500" height="400"></iframe>
<form method="post" action="/take">
<label for="code">Authentication code</label>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
<button id="verify">Verify</button>
</form>`,
  });
}

/** Stands in a frame of the bank, and frames the bank in its turn. */
function frameBackPage(): Reply {
  const home = `https://${BANK_HOST}`;
  return bankPage({
    script: SCRIPTS,
    footer: false,
    policy: { 'frame-src': home, 'frame-ancestors': home },
    body: html`<iframe id="bank" src="${home}/sign-in/single?watched" title="Bank" width="500" height="400"></iframe>`,
  });
}
