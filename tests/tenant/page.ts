import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy } from './content-security-policy.ts';
import type { Reply } from './exchange.ts';
import { START_URL } from './hosts.ts';
import { type Html, html, inlineConfig } from './html.ts';

/** What a page is made of beside its frame. */
export interface PageParts {
  readonly title: string;
  /** Names the style sheet of the page's site, and its body's class. */
  readonly look:
    | 'start'
    | 'portal'
    | 'sign-in'
    | 'security-info'
    | 'legacy'
    | 'live'
    | 'shop'
    | 'bank'
    | 'hostile'
    | 'bare';
  /** As the `lang` attribute has it; English, if nothing is said. */
  readonly language?: string;
  readonly body: Html;
  readonly status?: number;
  /** `meta[name=PageID]`, by which Microsoft's sign-in pages tell themselves apart. */
  readonly pageId?: string;
  /** `$Config`, the one inline script that Microsoft's sign-in pages have. */
  readonly config?: object;
  /** Modules under `/assets/`, in the order in which they run. */
  readonly script?: string | readonly string[] | undefined;
  /** Whether the body starts hidden, until the page's script has built it. */
  readonly hidden?: boolean;
  /** Directives of the content security policy that differ from the usual ones. */
  readonly policy?: Readonly<Record<string, string>> | undefined;
  /** `false` for what stands in a frame: it is no page of its own to a person. */
  readonly footer?: boolean;
}

const FOOTER = html`<footer>
<p>This is a pretend tenant. It runs on your own computer, and no account in it is real.
<a href="${START_URL}">What to try</a></p>
</footer>`;

export function page(parts: PageParts): Reply {
  const nonce = randomBytes(16).toString('base64');
  const {
    title,
    look,
    language = 'en',
    body,
    status = 200,
    pageId,
    config,
    script,
    hidden,
  } = parts;
  const { policy, footer = true } = parts;
  const document = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${pageId && html`<meta name="PageID" content="${pageId}">`}
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/${look}.css">
${config && html`<script nonce="${nonce}">${inlineConfig(config)}</script>`}
${[script ?? []].flat().map((each) => html`<script type="module" src="/assets/${each}"></script>`)}
</head>
<body class="${look}" ${hidden ? html`hidden` : undefined}>
${body}
${footer ? FOOTER : undefined}
</body>
</html>
`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce, policy),
    },
    body: document.text,
  };
}

/** A page that says what went wrong, and leads back to the beginning. */
export function problemPage(status: number, title: string, explanation: string): Reply {
  return page({
    title,
    look: 'sign-in',
    status,
    body: html`<main class="card">
<h1>${title}</h1>
<p>${explanation}</p>
<p><a href="${START_URL}">Start again</a></p>
</main>`,
  });
}

export function notFound(): Reply {
  return problemPage(404, 'Page not found', 'There is nothing at this address.');
}
