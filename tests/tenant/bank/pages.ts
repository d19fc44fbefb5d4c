import type { Reply } from '../exchange.ts';
import { CODES_HOST } from '../hosts.ts';
import { type Html, html } from '../html.ts';
import { type PageParts, page } from '../page.ts';
import type { QrDrawing } from '../qr-drawing.ts';
import type { BankSettings, Visit } from './bank.ts';
import { BANK_TEXTS, type BankLanguage } from './texts.ts';
import { BANK_NAME, type BankUser, type BankUsers } from './users.ts';
import { fieldOf, VARIANT_NAMES, type Variant } from './variants.ts';

const FORM_POLICY = { 'form-action': "'self'", 'frame-src': `'self' https://${CODES_HOST}` };

/** The frame of every page of the bank. */
export function bankPage(
  parts: Omit<PageParts, 'title' | 'look'> & Partial<Pick<PageParts, 'title' | 'look'>>,
): Reply {
  return page({
    title: BANK_NAME,
    look: 'bank',
    script: 'bank/main.js',
    ...parts,
    policy: { ...FORM_POLICY, ...parts.policy },
    body: html`<header><strong>${BANK_NAME}</strong></header><main>${parts.body}</main>`,
  });
}

/** Everything about a page for the code that is not its visit. */
export interface CodePageParts {
  readonly name: string;
  readonly variant: Variant;
  readonly language: BankLanguage;
  readonly settings: BankSettings;
  readonly users: BankUsers;
  /** Beside the bank's own script, and before it. */
  readonly scripts?: readonly string[];
  readonly policy?: PageParts['policy'];
}

/** The step of the code: texts, whose code it is, the field as the variant has it, and what was wrong. */
export function codePage(visit: Visit, parts: CodePageParts): Reply {
  const { name, variant, language, settings, scripts = [], policy } = parts;
  const texts = { ...BANK_TEXTS[language], ...variant.texts };
  const { lateMs } = settings;
  return bankPage({
    title: `${texts.title} – ${BANK_NAME}`,
    language,
    script: [...scripts, 'bank/main.js'],
    ...(variant.hidden && { hidden: true }),
    ...(policy && { policy }),
    config: { act: variant.act, lateMs, texts, api: `/api${codePath(name, visit)}` },
    body: html`<h1>${texts.title}</h1>
<p id="account">${visit.user.address}</p>
${name === 'two-accounts' ? otherAccounts(visit.user, parts.users) : undefined}
${contentOf(visit, parts)}`,
  });
}

function contentOf(visit: Visit, { name, variant, language }: CodePageParts): Html {
  const texts = { ...BANK_TEXTS[language], ...variant.texts };
  if (variant.form === 'of-script') return html`<div id="root"></div>`;
  if (variant.form === 'in-frame') {
    const host = name === 'frame-cross' ? `https://${CODES_HOST}` : '';
    return html`<p id="lead">${texts.lead}</p>
${refusal(visit, texts.refused)}
<iframe id="frame" src="${host}/frame/${name}?ctx=${visit.id}" title="${texts.label}" width="400" height="200"></iframe>`;
  }
  return codeForm(visit, codePath(name, visit), { variant, language });
}

/** The form alone, as a frame holds it too. */
export function codeForm(
  visit: Visit,
  action: string,
  { variant, language }: Pick<CodePageParts, 'variant' | 'language'>,
  target: '_self' | '_top' = '_self',
): Html {
  const texts = { ...BANK_TEXTS[language], ...variant.texts };
  return html`<form id="form" method="post" action="${action}" target="${target}">
<p id="lead">${texts.lead}</p>
${fieldOf(variant, texts)}
<div id="error" aria-live="assertive">${refusal(visit, texts.refused)}</div>
<div class="actions"><button id="verify" type="submit">${texts.verify}</button></div>
</form>`;
}

export function codePath(name: string, { id }: Visit): string {
  return `/sign-in/${name}?ctx=${id}`;
}

function refusal({ refused }: Visit, text: string): Html | undefined {
  return refused ? html`<p id="refused" class="error" role="alert">${text}</p>` : undefined;
}

/** The others that signed in at this browser before: whose code is wanted is said above. */
function otherAccounts(user: BankUser, users: BankUsers): Html {
  const others = Object.values(users).filter(({ name }) => name !== user.name);
  return html`<details id="others"><summary>Use another account</summary><ul>${others.map(
    ({ name, address }) =>
      html`<li><a href="/sign-in/two-accounts?user=${name}">${address}</a></li>`,
  )}</ul></details>`;
}

export function passwordPage(error: boolean): Reply {
  return bankPage({
    body: html`<h1>Sign in</h1>
<form method="post" action="/sign-in">
<label for="user">User name</label>
<input id="user" name="user" type="text" autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
${error ? html`<p id="refused" class="error" role="alert">User name or password is wrong.</p>` : undefined}
<div class="actions"><button id="next" type="submit">Next</button></div>
</form>`,
  });
}

export function signedInPage({ user }: Visit): Reply {
  return bankPage({
    body: html`<h1>Your account</h1><p>Signed in as <span id="signed-in">${user.address}</span></p>`,
  });
}

export function enrolPage({ address }: BankUser, { png }: QrDrawing): Reply {
  return bankPage({
    body: html`<h1>Set up two-step verification</h1>
<p id="account">${address}</p>
<p>Scan this code with your authenticator app.</p>
<div id="stage"><img id="qr" src="${png}" alt="Set-up code"></div>`,
  });
}

export function emptyPage(): Reply {
  return bankPage({ body: html`<h1>Nothing to fill in</h1><p>This page asks for nothing.</p>` });
}

export function indexPage(): Reply {
  const links = VARIANT_NAMES.map((name) => html`<li><a href="/sign-in/${name}">${name}</a></li>`);
  return bankPage({
    body: html`<h1>${BANK_NAME}</h1>
<p><a href="/sign-in">Sign in</a>, <a href="/enrol">set up two-step verification</a></p>
<h2>Ways to ask for a code</h2>
<ul>${links}</ul>`,
  });
}
