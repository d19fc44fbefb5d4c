import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecoderAnswer, DecoderTask } from '../../src/qr/decoder-task.ts';

interface FakeWorker {
  readonly postMessage: (task: DecoderTask, transfer: Transferable[]) => void;
  readonly terminate: () => void;
  onerror: (() => void) | null;
}

const startTrustedWorker = vi.hoisted(() => vi.fn<() => FakeWorker>());
vi.mock('../../src/qr/trusted-worker.ts', () => ({ startTrustedWorker }));

const { openDecoder } = await import('../../src/qr/page-decoder.ts');
const { performHere } = await import('../../src/qr/decode-here.ts');

const FILE = new Blob(['a file']);
const FRAME = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };

let workers: FakeWorker[];
let tasks: DecoderTask[];
let transferred: Transferable[][];
/** What the worker answers; undefined where it does not. */
let answer: DecoderAnswer | undefined;

beforeEach(() => {
  workers = [];
  tasks = [];
  transferred = [];
  answer = { ok: true, texts: ['read'], ms: 1 };
  startTrustedWorker.mockReset().mockImplementation(() => {
    const worker: FakeWorker = {
      postMessage(task, transfer) {
        tasks.push(task);
        transferred.push(transfer);
        const port = transfer.find((one) => one instanceof MessagePort);
        if (answer) port?.postMessage(answer);
      },
      terminate: vi.fn(),
      onerror: null,
    };
    workers.push(worker);
    return worker;
  });
});

describe('a decoder', () => {
  it('starts its worker late, and once', async () => {
    const decoder = openDecoder();
    expect(workers).toHaveLength(0);
    expect(await decoder.read(FILE)).toEqual(['read']);
    expect(await decoder.readFrame(FRAME)).toEqual(['read']);
    expect(workers).toHaveLength(1);
    expect(tasks).toEqual([
      { kind: 'image', image: FILE, cuts: [], onlyCuts: false },
      { kind: 'glimpse', frame: FRAME },
    ]);
    decoder.close();
  });

  it('hands a bitmap over, and keeps what is pixels', async () => {
    const decoder = openDecoder();
    const bitmap = { width: 1, height: 1, close: vi.fn() };
    await decoder.readFrame(bitmap);
    await decoder.readFrame(FRAME);
    expect(transferred.map((all) => all.length)).toEqual([2, 1]);
    expect(transferred[0]).toContain(bitmap);
  });

  it('refuses with the code that the worker answered', async () => {
    answer = { ok: false, code: 'not-an-image' };
    await expect(openDecoder().read(FILE)).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('never queues up frames: one that comes too early is dropped', async () => {
    answer = undefined;
    const decoder = openDecoder();
    const first = decoder.readFrame(FRAME);
    const bitmap = { width: 1, height: 1, close: vi.fn() };
    expect(await decoder.readFrame(bitmap)).toEqual([]);
    expect(bitmap.close).toHaveBeenCalledOnce();
    expect(tasks).toHaveLength(1);
    decoder.close();
    await expect(first).rejects.toMatchObject({ code: 'internal' });
    answer = { ok: true, texts: [], ms: 1 };
    await decoder.readFrame(FRAME);
    expect(tasks).toHaveLength(2);
  });

  it('ends its worker when it is closed', async () => {
    const decoder = openDecoder();
    await decoder.read(FILE);
    decoder.close();
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
  });

  it('refuses what a worker that broke had not answered, and starts another one', async () => {
    answer = undefined;
    const decoder = openDecoder();
    const unanswered = decoder.read(FILE);
    workers[0]?.onerror?.();
    await expect(unanswered).rejects.toMatchObject({ code: 'internal' });
    answer = { ok: true, texts: ['again'], ms: 1 };
    expect(await decoder.read(FILE)).toEqual(['again']);
    expect(workers).toHaveLength(2);
  });
});

describe('in the event page', () => {
  const TASK: DecoderTask = { kind: 'pictures', pictures: [] };

  it('a task is done in a worker, which ends afterwards', async () => {
    expect(await performHere(TASK)).toEqual({ ok: true, texts: ['read'], ms: 1 });
    expect(tasks).toEqual([TASK]);
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
  });

  it('it ends also where that fails', async () => {
    startTrustedWorker.mockImplementationOnce(() => {
      const worker = {
        postMessage: () => {
          throw new DOMException('no', 'DataCloneError');
        },
        terminate: vi.fn(),
        onerror: null,
      };
      workers.push(worker);
      return worker;
    });
    await expect(performHere(TASK)).rejects.toThrow('no');
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
  });
});
