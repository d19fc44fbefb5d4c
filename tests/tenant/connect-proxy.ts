import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** The only way out that the browser under test has. */
export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of every connection refused, in order. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * An HTTP proxy that leads `CONNECT host:443` of the served hosts to the TLS server and refuses, and
 * notes down, everything else: what the notes do not hold did not try to leave the machine.
 */
export async function startConnectProxy(
  servedHosts: ReadonlySet<string>,
  tlsPort: number,
): Promise<ConnectProxy> {
  const refused: string[] = [];
  const open = new Set<Duplex>();

  const server = createServer((request, response) => {
    refused.push(plainTarget(request));
    response.writeHead(403, { 'Cache-Control': 'no-store' }).end();
  });

  server.on('connect', (request: IncomingMessage, browser: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    const [host = '', port] = target.split(':');
    // A browser may drop its end at any moment; that is no event of interest.
    browser.on('error', () => browser.destroy());
    if (port !== '443' || !servedHosts.has(host.toLowerCase())) {
      refused.push(target);
      browser.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(tlsPort, '127.0.0.1', () => {
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
