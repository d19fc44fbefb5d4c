import type { Reply, Request, Routes, Site } from '../exchange.ts';
import { CDN_HOST, SHOP_HOST } from '../hosts.ts';
import { html } from '../html.ts';
import { notFound, page } from '../page.ts';
import { drawQr, qrPng } from '../qr-drawing.ts';
import type { TenantState } from '../state.ts';
import { contentOf } from './contents.ts';
import { DRAWINGS } from './drawings.ts';
import { photograph } from './pictures.ts';
import { SHOP_NAME, Till } from './till.ts';

/** The ways of drawing that `assets/shop/` knows. */
const SCRIPTED = ['canvas', 'canvas-tainted', 'video', 'shadow-open', 'shadow-closed', 'webgl'];
/** Special contents, drawn as a picture of the shop's own. */
const CONTENTS = ['transfer', 'steam', 'web', 'wifi', 'text-only', 'push'];

const SOURCES = [...Object.keys(DRAWINGS), ...SCRIPTED, ...CONTENTS];

const POLICY = {
  'style-src': "'self' 'unsafe-inline'",
  'img-src': `'self' data: https://${CDN_HOST}`,
  'frame-src': `'self' https://${CDN_HOST}`,
  'media-src': "'self' blob: mediastream:",
  'form-action': "'self'",
};

/** The shop, and the second host from which it has some of its pictures and frames. */
export function shopSites(state: TenantState): { readonly shop: Site; readonly cdn: Site } {
  const till = new Till(state);

  const png = (body: Uint8Array): Reply => ({
    status: 200,
    headers: { 'Content-Type': 'image/png' },
    body,
  });

  async function framedPage({ url }: Request): Promise<Reply> {
    const text = till.textOf(url.searchParams.get('id'));
    if (text === undefined) return notFound();
    return page({
      title: 'Set-up code',
      look: 'bare',
      footer: false,
      policy: { 'frame-ancestors': `'self' https://${SHOP_HOST}` },
      body: html`<img src="${(await drawQr(text)).png}" width="240" height="240" alt="Set-up code">`,
    });
  }

  async function codePage({ url }: Request): Promise<Reply> {
    const as = url.searchParams.get('as') ?? 'img';
    if (!SOURCES.includes(as)) return notFound();
    const scripted = SCRIPTED.includes(as);
    const text = scripted || as !== 'several' ? contentOf(till, url) : '';
    const draw = DRAWINGS[as] ?? DRAWINGS['img'];
    return shopPage(
      html`<h1>Set up two-step verification</h1>
<p>Scan this code with your authenticator app.</p>
<div id="stage">${scripted ? undefined : await draw?.({ till, text })}</div>
<p><a id="to-verify" href="/verify">Enter the code of the app</a></p>`,
      scripted ? { as, qr: await drawQr(text), fresh: `https://${CDN_HOST}/fresh.png` } : { as },
    );
  }

  const photo = () => png(photograph());

  const shopRoutes: Routes = {
    'GET /': () => indexPage(),
    'GET /2fa': codePage,
    'GET /frame': framedPage,
    'GET /photo.png': photo,
    'GET /code.png': async ({ url }) => {
      const text = till.textOf(url.searchParams.get('id'));
      return text === undefined ? notFound() : png(await qrPng(text));
    },
    'GET /verify': () => verifyPage(undefined),
    'POST /verify': ({ form }) => {
      const account = till.accountOfCode((form.get('code') ?? '').trim());
      if (!account) return verifyPage('That code is wrong, or had its turn already.');
      const { issuer: organisation, name: address } = account;
      state.signIns.push({ organisation, address, at: state.now() });
      return shopPage(
        html`<h1>Two-step verification is on</h1><p id="verified">${address} at ${organisation}</p>`,
      );
    },
  };

  const cdnRoutes: Routes = {
    'GET /fresh.png': async () => {
      state.imageRequests += 1;
      return png(await qrPng(till.newUri('alex')));
    },
    'GET /photo.png': photo,
    'GET /frame': framedPage,
  };

  const siteOf =
    (routes: Routes): Site =>
    (request) =>
      routes[`${request.method} ${request.url.pathname}`]?.(request) ?? notFound();
  return { shop: siteOf(shopRoutes), cdn: siteOf(cdnRoutes) };
}

function shopPage(body: ReturnType<typeof html>, config?: object): Reply {
  return page({
    title: SHOP_NAME,
    look: 'shop',
    policy: POLICY,
    ...(config && { config, script: 'shop/main.js' }),
    body: html`<header><strong>${SHOP_NAME}</strong></header><main>${body}</main>`,
  });
}

function indexPage(): Reply {
  return shopPage(
    html`<h1>Ways to show a set-up code</h1><ul>${SOURCES.map(
      (as) => html`<li><a href="/2fa?as=${as}">${as}</a></li>`,
    )}</ul>`,
  );
}

function verifyPage(error: string | undefined): Reply {
  return shopPage(html`<h1>Enter the code of your app</h1>
<form method="post" action="/verify">
<label for="code">Code from your authenticator app</label>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
${error && html`<p id="refused" class="error" role="alert">${error}</p>`}
<div class="actions"><button id="verify">Verify</button></div>
</form>`);
}
