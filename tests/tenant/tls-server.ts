import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { loadAssets } from './assets.ts';
import { makeCertificate } from './certificate.ts';
import { type Reply, type Request, type Site, sessionCookie } from './exchange.ts';
import { notFound } from './page.ts';

/** On every reply: no page of the tenant is ever kept on disk, so no secret is found there through it. */
const COMMON_HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'strict-origin',
  'X-Content-Type-Options': 'nosniff',
};

export interface TlsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers for all hosts of the map, which it tells apart by the `Host` header. */
export function serving(sites: ReadonlyMap<string, Site>): RequestListener {
  const assets = loadAssets();

  async function answer(incoming: IncomingMessage): Promise<Reply> {
    const request = await readRequest(incoming);
    const asset = request.method === 'GET' ? assets.get(request.url.pathname) : undefined;
    return asset ?? sites.get(request.url.host)?.(request) ?? notFound();
  }

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await answer(incoming).catch(failure);
    response.writeHead(reply.status, { ...COMMON_HEADERS, ...reply.headers }).end(reply.body);
  };
}

/** One server for all hosts. */
export async function startTlsServer(sites: ReadonlyMap<string, Site>): Promise<TlsServer> {
  const names = new Set([...sites.keys()].map((host) => host.replace(/:\d+$/, '')));
  const server = createServer(await makeCertificate([...names]), serving(sites));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `https://${incoming.headers.host ?? ''}`),
    form: new URLSearchParams(await text(incoming)),
    cookie: sessionCookie(incoming.headers.cookie),
  };
}

/** A fault of the tenant itself, shown in full to whoever runs the scenario. */
function failure(error: unknown): Reply {
  const body = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
