import * as v from 'valibot';
import type { Picture } from '../qr/picture.ts';
import { askOffscreen } from './document.ts';

const TextsSchema = v.array(v.string());

/** Decodes in Chrome's offscreen document, so that neither `jsqr` nor its time is in the service worker. */
export async function decodeOffscreen(pictures: readonly Picture[]): Promise<readonly string[]> {
  if (pictures.length === 0) return [];
  return v.parse(TextsSchema, await askOffscreen({ kind: 'decode', pictures }));
}
