import type { BankState } from '../bank/bank.ts';
import { bankPage, codeForm, codePath } from '../bank/pages.ts';
import { findVariant } from '../bank/variants.ts';
import type { Reply, Site } from '../exchange.ts';
import { type Html, html } from '../html.ts';
import { notFound } from '../page.ts';
import { EVIL_HOST } from './hosts.ts';
import { leavingPage } from './navigating.ts';

/** Where the form stands so that nobody sees it; `assets/hostile.css` has the rest. */
const HIDINGS = ['opacity', 'off-screen', 'tiny', 'clipped', 'zero-scale'] as const;

/** Tricks of a script on a page that looks honest. */
const SCRIPTED = ['swapped', 'thousands', 'events'] as const;

export const TRICKS: readonly string[] = [
  'overlay',
  ...HIDINGS,
  ...SCRIPTED,
  'navigates',
  'framed-back',
];

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** `bank.example/hostile/…`: the bank's own origin, with somebody's script in its pages. */
export function trickSite(bank: BankState): Site {
  function trickPage(body: (form: Html) => Html, scripts: readonly string[]): Reply {
    const variant = findVariant('single');
    if (!variant) return notFound();
    const visit = bank.begin(bank.users.alex);
    const form = codeForm(visit, codePath('single', visit), { variant, language: 'en' });
    return bankPage({
      look: 'hostile',
      script: ['bank/main.js', ...scripts],
      policy: { 'frame-src': `https://${EVIL_HOST}` },
      body: html`<h1>Two-step verification</h1>
<p id="account">${visit.user.address}</p>
${body(form)}`,
    });
  }

  return (request) => {
    const { url } = request;
    const [, , name = ''] = url.pathname.split('/');
    if (name === 'navigates') return leavingPage(request, bank);
    if (name === 'overlay') {
      // A cover that lets the mouse through is no less a cover.
      const cover = url.searchParams.has('through') ? 'cover through' : 'cover';
      const covered = (form: Html) =>
        html`<div class="overlay">${form}<div class="${cover}">You have won a prize</div></div>`;
      return trickPage(covered, ['hostile/copy.js']);
    }
    if (name === 'framed-back') {
      const frame = html`<iframe id="evil" src="https://${EVIL_HOST}/frame-back" title="Advertisement" width="600" height="500"></iframe>`;
      return trickPage(() => frame, ['hostile/copy.js']);
    }
    if (isOneOf(HIDINGS, name)) {
      return trickPage((form) => html`<div class="${name}">${form}</div>`, ['hostile/copy.js']);
    }
    if (isOneOf(SCRIPTED, name)) {
      return trickPage(
        (form) => html`<div id="stage-of-trick">${form}</div>`,
        [`hostile/${name}.js`],
      );
    }
    return notFound();
  };
}
