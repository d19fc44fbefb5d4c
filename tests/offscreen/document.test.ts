import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OffscreenTask } from '../../src/offscreen/task.ts';
import type { DecoderAnswer, DecoderTask } from '../../src/qr/decoder-task.ts';

const URL_OF_DOCUMENT = 'chrome-extension://countersignextensionid/offscreen.html';

const offscreen = vi.hoisted(() => ({
  createDocument: vi.fn<(options: { reasons: string[] }) => Promise<void>>(),
  closeDocument: vi.fn<() => Promise<void>>(),
}));
vi.mock('wxt/browser', () => ({
  browser: { offscreen, runtime: { getURL: () => URL_OF_DOCUMENT } },
}));

/** The document's decoder, which has a worker of its own. */
const decoder = vi.hoisted(() => ({
  perform: vi.fn<(task: DecoderTask) => Promise<DecoderAnswer>>(),
}));
vi.mock('../../src/qr/page-decoder.ts', () => ({ openDecoder: () => decoder }));

const { askOffscreen } = await import('../../src/offscreen/document.ts');
const { answerTasks } = await import('../../src/offscreen/answer.ts');
// Which browser it is built for, it is told as it loads.
vi.stubEnv('CHROME', 'true');
const { decodePictures, decodeScreenshot } = await import('../../src/offscreen/decoder.ts');
vi.unstubAllEnvs();
const { clearClipboardOffscreen, copyOffscreen } = await import('../../src/offscreen/clipboard.ts');

const NOTHING: OffscreenTask = { kind: 'decode', task: { kind: 'pictures', pictures: [] } };

/** The documents that are open: what our own worker can see of them. */
let clients: { url: string; postMessage: (message: unknown, transfer: Transferable[]) => void }[];
/** The document's side. */
let container: ServiceWorkerContainer;
const execCommand = vi.fn<(command: string) => boolean>();
const tasks: OffscreenTask[] = [];

beforeEach(() => {
  clients = [];
  tasks.length = 0;
  decoder.perform.mockReset().mockResolvedValue({ ok: true, texts: ['read'], ms: 1 });
  container = {} as ServiceWorkerContainer;
  answerTasks(container);
  execCommand.mockReset().mockReturnValue(true);
  offscreen.createDocument.mockReset().mockImplementation(async () => {
    clients.push({
      url: URL_OF_DOCUMENT,
      postMessage: (data, [port]) => {
        tasks.push(data as OffscreenTask);
        container.onmessage?.({ data, ports: [port] } as unknown as MessageEvent);
      },
    });
  });
  offscreen.closeDocument.mockReset().mockImplementation(async () => {
    clients = clients.filter(({ url }) => url !== URL_OF_DOCUMENT);
  });
  vi.stubGlobal('clients', { matchAll: async () => clients });
  const listeners = new Map<string, (event: unknown) => void>();
  vi.stubGlobal('document', {
    execCommand,
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    removeEventListener: (name: string) => listeners.delete(name),
    listeners,
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a task', () => {
  it('is done in the document, which is closed afterwards', async () => {
    expect(await askOffscreen(NOTHING)).toEqual({ ok: true, texts: ['read'], ms: 1 });
    expect(tasks).toEqual([NOTHING]);
    expect(offscreen.closeDocument).toHaveBeenCalledOnce();
    expect(clients).toEqual([]);
  });

  it('waits for the one before: Chrome opens one document only', async () => {
    await Promise.all([
      askOffscreen({ kind: 'clear-clipboard' }),
      decodePictures([{ width: 1, height: 1, luminance: 'AA==' }]),
      clearClipboardOffscreen(),
    ]);
    expect(tasks.map(({ kind }) => kind)).toEqual(['clear-clipboard', 'decode', 'clear-clipboard']);
    expect(offscreen.createDocument).toHaveBeenCalledTimes(3);
    expect(offscreen.closeDocument).toHaveBeenCalledTimes(3);
  });

  it('goes to no other page of ours', async () => {
    const postMessage = vi.fn();
    clients.push({ url: URL_OF_DOCUMENT.replace('offscreen', 'popup'), postMessage });
    await askOffscreen(NOTHING);
    expect(postMessage).not.toHaveBeenCalled();
  });

  it('uses a document that an earlier worker left open', async () => {
    await offscreen.createDocument({ reasons: [] });
    offscreen.createDocument.mockClear();
    await askOffscreen(NOTHING);
    expect(offscreen.createDocument).not.toHaveBeenCalled();
    expect(offscreen.closeDocument).toHaveBeenCalledOnce();
  });

  it('that fails closes the document, and stops no other', async () => {
    offscreen.createDocument.mockRejectedValueOnce(new Error('no memory'));
    await expect(clearClipboardOffscreen()).rejects.toThrow('no memory');
    expect(offscreen.closeDocument).toHaveBeenCalledOnce();
    await clearClipboardOffscreen();
    expect(tasks).toHaveLength(1);
  });

  it('opens no document for no pictures', async () => {
    expect(await decodePictures([])).toEqual([]);
    expect(offscreen.createDocument).not.toHaveBeenCalled();
  });
});

describe('decoding', () => {
  const PICTURES = [{ width: 1, height: 1, luminance: 'AA==' }];

  it('gives the texts of elements', async () => {
    expect(await decodePictures(PICTURES)).toEqual(['read']);
    expect(decoder.perform).toHaveBeenCalledExactlyOnceWith({
      kind: 'pictures',
      pictures: PICTURES,
    });
  });

  it('gives the texts of a screenshot, which goes as a file', async () => {
    const cuts = [{ x: 1, y: 2, width: 3, height: 4 }];
    const address = 'data:image/png;base64,AAEC';
    expect(await decodeScreenshot(address, cuts, true)).toEqual(['read']);
    const [task] = decoder.perform.mock.calls[0] ?? [];
    expect(task).toMatchObject({ kind: 'image', cuts, onlyCuts: true });
    expect(task?.kind === 'image' && task.image.type).toBe('image/png');
  });

  it('refuses with the code that the document answered, and closes it', async () => {
    decoder.perform.mockResolvedValue({ ok: false, code: 'not-an-image' });
    await expect(decodePictures(PICTURES)).rejects.toMatchObject({ code: 'not-an-image' });
    expect(offscreen.closeDocument).toHaveBeenCalledOnce();
  });
});

describe('the clipboard', () => {
  it.each([
    ['an empty text, to clear it', '', clearClipboardOffscreen],
    ['a code', '123456', () => copyOffscreen('123456')],
  ])('gets %s, and nobody listens any longer', async (_, text, act) => {
    const setData = vi.fn();
    const preventDefault = vi.fn();
    const { listeners } = document as unknown as {
      listeners: Map<string, (event: unknown) => void>;
    };
    execCommand.mockImplementation(() => {
      listeners.get('copy')?.({ clipboardData: { setData }, preventDefault });
      return true;
    });
    await act();
    expect(execCommand).toHaveBeenCalledExactlyOnceWith('copy');
    expect(setData).toHaveBeenCalledExactlyOnceWith('text/plain', text);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(listeners.size).toBe(0);
  });
});
