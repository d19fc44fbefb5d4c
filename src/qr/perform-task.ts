import { Fault } from '../fault.ts';
import { decodeAlone, decodeElement } from './decode-element.ts';
import { decodeGlimpse, decodeGrey } from './decode-frame.ts';
import type { DecoderAnswer, DecoderTask } from './decoder-task.ts';
import type { Frame } from './frame.ts';
import { type Cut, cutOut, greyOf } from './grey.ts';
import type { ReadCodes } from './zxing.ts';

/** What the worker has. */
export interface Tools {
  /** Makes zxing ready, at the first call. */
  readonly openZxing: () => Promise<ReadCodes>;
  readonly readImage: (image: Blob) => Promise<Frame>;
  readonly readBitmap: (bitmap: ImageBitmap) => Frame;
  readonly now: () => number;
}

/** Milliseconds (`shared/QR.md`): for what a page shows, since most of it is no code. */
const BUDGET_MS = 400;

/** Milliseconds: who chose a file, or asked for the page to be read, waits a little longer for a yes. */
const PATIENT_BUDGET_MS = 1500;

/** Does a task, and never throws. */
export async function performTask(task: DecoderTask, tools: Tools): Promise<DecoderAnswer> {
  try {
    return await perform(task, tools);
  } catch (error) {
    return { ok: false, code: error instanceof Fault ? error.code : 'internal' };
  }
}

async function perform(task: DecoderTask, tools: Tools): Promise<DecoderAnswer> {
  const timed = async (decode: () => Promise<readonly string[]>): Promise<DecoderAnswer> => {
    const start = tools.now();
    return { ok: true, texts: await decode(), ms: tools.now() - start };
  };
  switch (task.kind) {
    case 'pictures':
      return timed(async () => {
        const quick = { ...tools, budgetMs: BUDGET_MS };
        const texts = new Set<string>();
        for (const picture of task.pictures) {
          for (const text of await decodeElement(picture, quick)) texts.add(text);
        }
        return [...texts];
      });
    case 'image': {
      const frame = await tools.readImage(task.image);
      if (task.cuts.length === 0) await tools.openZxing();
      return timed(() => decodeImage(frame, task, tools));
    }
    case 'glimpse': {
      const frame = 'rgba' in task.frame ? task.frame : takeBitmap(task.frame, tools);
      const zxing = await tools.openZxing();
      return timed(() => decodeGlimpse(frame, zxing));
    }
  }
}

function takeBitmap(bitmap: ImageBitmap, tools: Tools): Frame {
  try {
    return tools.readBitmap(bitmap);
  } finally {
    bitmap.close();
  }
}

async function decodeImage(
  frame: Frame,
  { cuts, onlyCuts }: { readonly cuts: readonly Cut[]; readonly onlyCuts: boolean },
  tools: Tools,
): Promise<readonly string[]> {
  const grey = greyOf(frame);
  const texts = new Set<string>();
  for (const cut of cuts) {
    const part = cutOut(grey, cut);
    for (const text of part ? await decodeAlone(part, { ...tools, budgetMs: BUDGET_MS }) : [])
      texts.add(text);
  }
  if (texts.size > 0 || onlyCuts) return [...texts];
  const zxing = await tools.openZxing();
  return decodeGrey(grey, { zxing, now: tools.now, budgetMs: PATIENT_BUDGET_MS });
}
