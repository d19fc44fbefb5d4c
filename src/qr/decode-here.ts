import type { Picture } from './picture.ts';

/** Decodes in this context, where it may load code late: Firefox's event page. */
export async function decodeHere(pictures: readonly Picture[]): Promise<readonly string[]> {
  if (pictures.length === 0) return [];
  const { decodePicture } = await import('./decode.ts');
  return pictures.map(decodePicture).filter((text) => text !== undefined);
}
