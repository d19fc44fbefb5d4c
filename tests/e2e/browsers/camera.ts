import { constants, open } from 'node:fs/promises';
import type { CameraPicture } from './browser.ts';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_A_SECOND = 5;
/** Each picture is shown for a second. */
const FRAMES_A_PICTURE = FRAMES_A_SECOND;
/** Of the chroma planes: no colour. */
const NEUTRAL = 128;
/** Of what is around a picture: neither ink nor paper. */
const SURROUND = 160;

/**
 * Writes the film that Chromium's fake camera plays in a loop (YUV4MPEG2, 4:2:0). It reads the file frame
 * by frame, from the start after its end: so a film written over another is on show at once.
 */
export async function writeFilm(file: string, pictures: readonly CameraPicture[]): Promise<void> {
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const shown = pictures.length > 0 ? pictures : [{ width: 1, height: 1, luminance: 'oA==' }];
  const frames = shown.flatMap((picture) => {
    const luma = luminanceOfFrame(picture);
    const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, NEUTRAL);
    const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
    return Array.from({ length: FRAMES_A_PICTURE }, () => frame);
  });
  const film = Buffer.concat([Buffer.from(header), ...frames]);
  // Not emptied first: the camera may be reading.
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT);
  try {
    await handle.write(film, 0, film.length, 0);
    await handle.truncate(film.length);
  } finally {
    await handle.close();
  }
}

/** The picture in the middle, as large as whole multiples of its pixels let it be. */
function luminanceOfFrame({ width, height, luminance }: CameraPicture): Buffer {
  const pixels = Buffer.from(luminance, 'base64');
  const fit = Math.min(WIDTH / width, HEIGHT / height);
  const scale = fit >= 1 ? Math.floor(fit) : fit;
  const left = Math.floor((WIDTH - width * scale) / 2);
  const top = Math.floor((HEIGHT - height * scale) / 2);
  const frame = Buffer.alloc(WIDTH * HEIGHT, SURROUND);
  for (let y = 0; y < Math.floor(height * scale); y += 1) {
    for (let x = 0; x < Math.floor(width * scale); x += 1) {
      const at = Math.floor(y / scale) * width + Math.floor(x / scale);
      frame[(top + y) * WIDTH + left + x] = pixels[at] ?? SURROUND;
    }
  }
  return frame;
}
