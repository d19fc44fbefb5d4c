import { Fault } from '../fault.ts';
import type { DecoderAnswer, DecoderTask } from './decoder-task.ts';
import type { Frame } from './frame.ts';
import { startTrustedWorker } from './trusted-worker.ts';

/** Decodes in a worker, off this page's thread. */
export interface Decoder {
  /**
   * The texts of the codes in an image file.
   *
   * @throws Fault `not-an-image`
   */
  read(image: Blob): Promise<readonly string[]>;
  /**
   * The texts of the codes that one frame of a camera shows; a bitmap is handed over and gone. None, at once, as long as the
   * frame before is still looked at.
   */
  readFrame(frame: ImageBitmap | Frame): Promise<readonly string[]>;
  /** Ends the worker, and with it what it saw. What was asked and not answered yet is refused. */
  close(): void;
}

/** Starts the worker with the first picture; it is there until the decoder is closed. */
export function openDecoder(): Decoder & { perform(task: DecoderTask): Promise<DecoderAnswer> } {
  let worker: Worker | undefined;
  let isLooking = false;
  const unanswered = new Set<() => void>();

  const stop = () => {
    worker?.terminate();
    worker = undefined;
    for (const refuse of unanswered) refuse();
  };

  const perform = (task: DecoderTask): Promise<DecoderAnswer> => {
    worker ??= startWorker();
    const asked = worker;
    const { port1, port2 } = new MessageChannel();
    return new Promise<DecoderAnswer>((resolve) => {
      const answer = (given: DecoderAnswer) => {
        unanswered.delete(refuse);
        port1.close();
        resolve(given);
      };
      const refuse = () => answer({ ok: false, code: 'internal' });
      unanswered.add(refuse);
      port1.onmessage = ({ data }: MessageEvent<DecoderAnswer>) => answer(data);
      const isBitmap = task.kind === 'glimpse' && !('rgba' in task.frame);
      asked.postMessage(task, isBitmap ? [port2, task.frame as ImageBitmap] : [port2]);
    });
  };

  const startWorker = () => {
    const started = startTrustedWorker();
    // It ran out of memory, or could not be loaded; the next picture gets another one.
    started.onerror = stop;
    return started;
  };

  const textsOf = async (task: DecoderTask): Promise<readonly string[]> => {
    const answer = await perform(task);
    if (!answer.ok) throw new Fault(answer.code, 'the picture was not read');
    return answer.texts;
  };

  return {
    perform,
    read: (image) => textsOf({ kind: 'image', image, cuts: [], onlyCuts: false }),
    async readFrame(frame) {
      if (isLooking) {
        if (!('rgba' in frame)) frame.close();
        return [];
      }
      isLooking = true;
      try {
        return await textsOf({ kind: 'glimpse', frame });
      } finally {
        isLooking = false;
      }
    },
    close: stop,
  };
}
