import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connect as startTls } from 'node:tls';

export interface Visit {
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The body as it came, for pictures. */
  readonly bytes: Uint8Array;
}

/** A browser without a screen: goes through the proxy, keeps cookies per host, follows redirects. */
export class Visitor {
  readonly #proxyPort: number;
  readonly #cookies = new Map<string, string>();

  constructor(proxyPort: number) {
    this.#proxyPort = proxyPort;
  }

  /** GET, or POST if a form is given. */
  async visit(address: string | URL, form?: Record<string, string>): Promise<Visit> {
    const url = new URL(address);
    const socket = startTls({
      socket: await this.#tunnel(`${url.hostname}:443`),
      servername: url.hostname,
      rejectUnauthorized: false,
    });
    const visit = await new Promise<Visit>((resolve, reject) => {
      const sent = secureRequest(
        url,
        {
          method: form ? 'POST' : 'GET',
          headers: { Cookie: this.#cookies.get(url.hostname) ?? '' },
          createConnection: () => socket,
          defaultPort: 443,
        },
        async (response) => {
          const { statusCode: status = 0, headers } = response;
          const bytes = await buffer(response);
          resolve({ url, status, headers, body: bytes.toString(), bytes });
        },
      );
      sent.on('error', reject);
      sent.end(form && new URLSearchParams(form).toString());
    });
    const [cookie] = visit.headers['set-cookie'] ?? [];
    if (cookie) this.#cookies.set(url.hostname, cookie.split(';', 1).join());
    const { location } = visit.headers;
    return typeof location === 'string' ? this.visit(new URL(location, url)) : visit;
  }

  /** Submits the form of a sign-in page to where the page says. */
  submit(page: Visit, form: Record<string, string>): Promise<Visit> {
    const target = /(?:action="|"urlPost":")([^"]+)/.exec(page.body)?.[1];
    if (!target) throw new Error(`There is no form at ${page.url}`);
    return this.visit(new URL(target, page.url), form);
  }

  #tunnel(target: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: this.#proxyPort, method: 'CONNECT', path: target })
        .on('connect', (response, socket) => {
          if (response.statusCode === 200) resolve(socket);
          else reject(new Error(`The proxy answered ${response.statusCode}`));
        })
        .on('error', reject)
        .end();
    });
  }
}
