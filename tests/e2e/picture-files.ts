import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Picture } from '../../src/qr/picture.ts';
import { qrPng } from '../tenant/qr-drawing.ts';
import type { Page } from './browsers/browser.ts';

/** A folder for the files of a group of scenarios; the returned function writes one, and gives its path. */
export function useFolder(): (name: string, content: Uint8Array) => Promise<string> {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-pictures-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
}

/** A picture file with a QR code, in a form that the browser of a page can write. */
export async function qrFileBy(
  page: Page,
  text: string,
  type: 'image/jpeg' | 'image/webp',
): Promise<Uint8Array> {
  const png = Buffer.from(await qrPng(text)).toString('base64');
  const address = await page.evaluate(convert, `data:image/png;base64,${png}`, type);
  if (!address.startsWith(`data:${type};base64,`)) throw new Error(`no ${type} is written here`);
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** Runs in the page. */
async function convert(png: string, type: string): Promise<string> {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL(type, 0.8);
}

/** Colours of the palette: half a byte's, so that every code of the compression is a byte. */
const GREYS = 128;
const CLEAR = GREYS;
const END = GREYS + 1;
/** Pixels between two clear codes: before one more would make the codes longer than a byte. */
const STRETCH = 120;
const LONGEST_BLOCK = 255;

/** A GIF file (GIF89a specification), whose compression finds nothing to compress. */
export function encodeGif({ width, height, luminance }: Picture): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const palette = Array.from({ length: GREYS }, (_, shade) => Array(3).fill(shade * 2)).flat();
  const pixels = [...Buffer.from(luminance, 'base64')].map((grey) => grey >> 1);
  const codes: number[] = [];
  for (let at = 0; at < pixels.length; at += STRETCH) {
    codes.push(CLEAR, ...pixels.slice(at, at + STRETCH));
  }
  codes.push(END);
  const blocks: number[] = [];
  for (let at = 0; at < codes.length; at += LONGEST_BLOCK) {
    const block = codes.slice(at, at + LONGEST_BLOCK);
    blocks.push(block.length, ...block);
  }
  return Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    // A palette of 2^(6+1) colours; no background, no aspect.
    Buffer.from([0x80 | 6, 0, 0, ...palette, 0x2c, 0, 0, 0, 0]),
    size,
    // No palette of its own; codes begin with 7 bits of colour; the last block; the trailer.
    Buffer.from([0, 7, ...blocks, 0, 0x3b]),
  ]);
}
