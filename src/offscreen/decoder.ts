import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Picture } from '../qr/picture.ts';
import { Queue } from '../queue.ts';

const TextsSchema = v.array(v.string());

/** Decoding takes milliseconds; a document that crashed must not hold up the next page. */
const GIVE_UP_MS = 10_000;

const queue = new Queue();

/**
 * Decodes in Chrome's offscreen document, so that neither `jsqr` nor its time is in the service worker. The
 * document is closed after each answer: what it saw was secret.
 */
export function decodeOffscreen(pictures: readonly Picture[]): Promise<readonly string[]> {
  if (pictures.length === 0) return Promise.resolve([]);
  return queue.run(() => decodeInDocument(pictures));
}

async function decodeInDocument(pictures: readonly Picture[]): Promise<readonly string[]> {
  const url = browser.runtime.getURL('/offscreen.html');
  try {
    const document = (await findDocument(url)) ?? (await openDocument(url));
    return v.parse(TextsSchema, await ask(document, pictures));
  } finally {
    await browser.offscreen.closeDocument().catch(() => undefined);
  }
}

/**
 * Asks through a message channel to that one document: a runtime message would bring the pixels of a secret
 * to every open page of the extension.
 */
function ask(document: OffscreenClient, pictures: readonly Picture[]): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the decoder does not answer')), GIVE_UP_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    document.postMessage(pictures, [port2]);
  });
}

/** The part of the service worker's `Client` that is used; TypeScript's DOM library does not know it. */
interface OffscreenClient {
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: { includeUncontrolled: true }): Promise<readonly OffscreenClient[]>;
  };
}

async function openDocument(url: string): Promise<OffscreenClient> {
  await browser.offscreen.createDocument({
    url,
    reasons: ['WORKERS'],
    justification: 'Decodes the QR code that the enrolment page shows, off the worker.',
  });
  const opened = await findDocument(url);
  if (!opened) throw new Error('the offscreen document did not open');
  return opened;
}

/** A document that outlived an earlier worker is used again. */
async function findDocument(url: string): Promise<OffscreenClient | undefined> {
  const { clients } = globalThis as unknown as ServiceWorkerScope;
  const open = await clients.matchAll({ includeUncontrolled: true });
  return open.find((client) => client.url === url);
}
