import { browser } from 'wxt/browser';
import { Queue } from '../queue.ts';
import type { OffscreenTask } from './task.ts';

/** Tasks take milliseconds; a document that crashed must not hold up the next one. */
const GIVE_UP_MS = 10_000;

const queue = new Queue();

/**
 * Has Chrome's offscreen document do what a service worker cannot. The document is closed after each answer: what it
 * saw was secret.
 */
export function askOffscreen(task: OffscreenTask): Promise<unknown> {
  return queue.run(async () => {
    const url = browser.runtime.getURL('/offscreen.html');
    try {
      return await ask((await findDocument(url)) ?? (await openDocument(url)), task);
    } finally {
      await browser.offscreen.closeDocument().catch(() => undefined);
    }
  });
}

/**
 * Asks through a message channel to that one document: a runtime message would bring the pixels of a secret
 * to every open page of the extension.
 */
function ask(document: OffscreenClient, task: OffscreenTask): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the document does not answer')), GIVE_UP_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    document.postMessage(task, [port2]);
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
    reasons: ['WORKERS', 'CLIPBOARD'],
    justification:
      'Decodes QR codes off the worker, of enrolment pages and of what the user has scanned; puts a code onto the clipboard that the user chose in the address bar, and takes a copied one off it on lock.',
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
