import { startConnectProxy } from '../tenant/connect-proxy.ts';
import type { Site } from '../tenant/exchange.ts';
import { serving, startTlsServer } from '../tenant/tls-server.ts';
import { INPUTS, makeDetectorPage, NODES } from './detector-page.ts';

export const PAGE_HOST = 'page.bench.example';

/** No page of it is opened. */
const PLAIN_HOST = 'plain.bench.example';

const PAGES: Readonly<Record<string, string>> = {
  '/empty': '<p>Nothing.</p>',
  '/many': manyNodes(0),
  '/many-with-fields': manyNodes(INPUTS),
  '/inserts': '<main></main>',
  '/inserts-with-field': `<form><label for="code">Authentication code</label>
<input id="code" name="code" autocomplete="one-time-code"></form><main></main>`,
};

/** The page's own script makes it, while it loads. */
function manyNodes(inputs: number): string {
  return `<script>(${makeDetectorPage})(${NODES}, ${inputs})</script>`;
}

const site: Site = ({ url }) => ({
  status: PAGES[url.pathname] === undefined ? 404 : 200,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    // Isolated from other origins, a page has a clock of 5 µs instead of 100.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  },
  body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head>
<body>${PAGES[url.pathname] ?? ''}</body></html>
`,
});

/** Serves the pages that are measured; `proxyPort` is a browser's only way out. */
export async function servePages(): Promise<{ proxyPort: number; close: () => Promise<void> }> {
  const server = await startTlsServer(new Map([[PAGE_HOST, site]]));
  const proxy = await startConnectProxy({
    secure: { targets: new Set([`${PAGE_HOST}:443`]), port: server.port },
    plain: { host: PLAIN_HOST, serve: serving(new Map()) },
  });
  return {
    proxyPort: proxy.port,
    async close() {
      await proxy.close();
      await server.close();
    },
  };
}
