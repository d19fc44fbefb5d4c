import type { Readable, Writable } from 'node:stream';
import puppeteer, { type Browser, type ConnectionTransport } from 'puppeteer-core';
import type { LaunchOptions } from './browser.ts';
import { type BrowserProcess, spawnBrowser } from './browser-process.ts';
import { UI_FLAGS } from './chromium-ui.ts';
import { findChromium } from './find.ts';
import { PROXY_HOST, proxyPort } from './proxy.ts';

export interface ChromiumProcess {
  readonly browser: Browser;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Messages of the DevTools protocol over a pair of pipes, each ended by a zero byte. */
function pipeTransport(output: Writable, input: Readable): ConnectionTransport {
  let received = '';
  const transport: ConnectionTransport = {
    send(message) {
      output.write(`${message}\0`);
    },
    close: () => output.destroy(),
  };
  // A pipe breaks when the browser ends, which its 'close' tells as well.
  output.on('error', () => undefined);
  input.on('error', () => undefined);
  input.on('close', () => transport.onclose?.());
  input.setEncoding('utf8').on('data', (text: string) => {
    const messages = (received + text).split('\0');
    received = messages.pop() ?? '';
    for (const message of messages) transport.onmessage?.(message);
  });
  return transport;
}

function connect({ child }: BrowserProcess): Promise<Browser> {
  const [, , , output, input] = child.stdio;
  if (!output || !input || !('write' in output) || !('read' in input)) {
    throw new Error('The process has no pipes');
  }
  return puppeteer.connect({
    transport: pipeTransport(output, input as Readable),
    defaultViewport: null,
  });
}

/**
 * Not by `puppeteer.launch`, which keeps to itself what the browser wrote when it does not start, and
 * which lets its process outlive the removal of the profile. Its only camera plays `film`, and asks nobody.
 */
export async function startChromium(
  options: LaunchOptions,
  profile: string,
  film: string,
): Promise<ChromiumProcess> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('There is no Chromium, Chrome or Edge here');
  const args = await puppeteer.defaultArgs({
    headless: options.headless,
    userDataDir: profile,
    enableExtensions: true,
    args: [
      // Chrome installs an extension only over a pipe, not over a port that others could reach.
      '--remote-debugging-pipe',
      // Chrome refuses to run its sandbox as root (in a container).
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--proxy-server=${PROXY_HOST}:${proxyPort(options.proxyPort)}`,
      '--ignore-certificate-errors',
      // The proxy speaks TCP only.
      '--disable-quic',
      // Chrome's own errands (updates, time, dictionaries) go past the proxy, and find no name there.
      '--proxy-bypass-list=*.google.com;*.googleapis.com;*.gvt1.com',
      `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${PROXY_HOST}`,
      '--disable-component-update',
      // After a kill; it would lie over the toolbar.
      '--hide-crash-restore-bubble',
      ...UI_FLAGS,
      ...(options.screen ? screenFlags(options.screen) : []),
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
      '--use-fake-ui-for-media-stream',
    ],
  });
  const chromium = await spawnBrowser(executable, args);
  try {
    const browser = await connect(chromium);
    const { ended, kill } = chromium;
    return { browser, ended, kill, stop: () => chromium.stop(() => browser.close()) };
  } catch (error) {
    throw await chromium.failedToStart(error);
  }
}

function screenFlags({ width, height }: NonNullable<LaunchOptions['screen']>): string[] {
  return [`--screen-info={${width}x${height}}`, `--window-size=${width},${height}`];
}
