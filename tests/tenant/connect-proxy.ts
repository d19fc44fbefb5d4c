import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** The only way out that the browser under test has. */
export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of every connection refused, in order. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** What the proxy leads to: through TLS by `host:port`, and one host that is served without. */
interface Served {
  readonly secure: { readonly targets: ReadonlySet<string>; readonly port: number };
  readonly plain: { readonly host: string; readonly serve: RequestListener };
}

/**
 * An HTTP proxy that leads `CONNECT` of the served targets to the TLS server, answers for the host
 * without TLS itself, and refuses, and notes down, everything else: what the notes do not hold did not
 * try to leave the machine.
 */
export async function startConnectProxy({ secure, plain }: Served): Promise<ConnectProxy> {
  const refused: string[] = [];
  const open = new Set<Duplex>();

  const server = createServer((request, response) => {
    const target = plainTarget(request);
    if (target === `${plain.host}:80`) {
      plain.serve(request, response);
      return;
    }
    refused.push(target);
    response.writeHead(403, { 'Cache-Control': 'no-store' }).end();
  });

  server.on('connect', (request: IncomingMessage, browser: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    // A browser may drop its end at any moment; that is no event of interest.
    browser.on('error', () => browser.destroy());
    if (!secure.targets.has(target.toLowerCase())) {
      refused.push(target);
      browser.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(secure.port, '127.0.0.1', () => {
      browser.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(browser).pipe(upstream);
    });
    upstream.on('error', () => browser.destroy());
    browser.on('close', () => upstream.destroy());
    for (const socket of [browser, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
  });

  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

  return {
    port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Where a request for plain http wanted to go. */
function plainTarget(request: IncomingMessage): string {
  const url = URL.parse(request.url ?? '', `http://${request.headers.host ?? 'unknown'}`);
  return url ? `${url.hostname}:${url.port || '80'}` : String(request.url);
}
