import * as v from 'valibot';
import { Fault, type FaultCode } from '../fault.ts';
import { performHere } from '../qr/decode-here.ts';
import type { DecoderTask } from '../qr/decoder-task.ts';
import type { Cut } from '../qr/grey.ts';
import type { Picture } from '../qr/picture.ts';
import { screenshotOf } from '../qr/screenshot.ts';
import { askOffscreen } from './document.ts';

const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), texts: v.array(v.string()) }),
  v.object({ ok: v.literal(false), code: v.string() }),
]);

/** Off the background's thread in each browser; Chrome's service worker may have no worker of its own. */
const perform = import.meta.env.CHROME ? performOffscreen : performHere;

/** The texts of the codes that elements of a page show. */
export async function decodePictures(pictures: readonly Picture[]): Promise<readonly string[]> {
  return pictures.length === 0 ? [] : textsOf({ kind: 'pictures', pictures });
}

/**
 * The texts of the codes on a screenshot, as `captureVisibleTab` gives it.
 *
 * @param cuts where to look first, in its pixels
 * @param onlyCuts to look nowhere else; without it, all of it is looked at where the cuts give nothing
 */
export async function decodeScreenshot(
  dataUrl: string,
  cuts: readonly Cut[],
  onlyCuts: boolean,
): Promise<readonly string[]> {
  return textsOf({ kind: 'image', image: screenshotOf(dataUrl), cuts, onlyCuts });
}

async function textsOf(task: DecoderTask): Promise<readonly string[]> {
  const answer = await perform(task);
  if (!answer.ok) throw new Fault(answer.code as FaultCode, 'the picture was not read');
  return answer.texts;
}

async function performOffscreen(task: DecoderTask): Promise<v.InferOutput<typeof AnswerSchema>> {
  return v.parse(AnswerSchema, await askOffscreen({ kind: 'decode', task }));
}
