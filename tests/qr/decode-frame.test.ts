import { describe, expect, it, vi } from 'vitest';
import { decodeGlimpse, decodeGrey } from '../../src/qr/decode-frame.ts';
import type { Frame } from '../../src/qr/frame.ts';
import { greyOf } from '../../src/qr/grey.ts';
import { meansOf } from '../../src/qr/means.ts';
import type { ReadCodes } from '../../src/qr/zxing.ts';
import { BLACK, Canvas, seededRandom, WHITE } from '../bench/qr-canvas.ts';
import { CLASSES, picturesWithoutCode, samplesOf } from '../bench/qr-classes.ts';
import { drawQr, frame, type Look } from './drawing.ts';
import { zxing } from './zxing.ts';

const URI = 'otpauth://totp/Contoso:alex%40contoso.example?secret=MZXW6YTBOI&issuer=Contoso';

/** As if no time passed. */
const now = () => 0;
const decode = (shown: Frame, read: ReadCodes = zxing) =>
  decodeGrey(greyOf(shown), { zxing: read, now, budgetMs: 1 });

/** What reads nothing, as zxing does where a later stage is needed. */
const blind: ReadCodes = async () => [];

describe('codes on a screenshot are read:', () => {
  const classes = CLASSES.map((one) => [one.name, one] as const);
  it.each(classes)('%s', { timeout: 60_000 }, async (_, one) => {
    for (const { frame: shown, texts } of samplesOf(one, 1, 4)) {
      expect([...(await decode(shown))].sort()).toEqual([...texts].sort());
    }
  });
});

describe('a code alone is read', () => {
  it.each<[string, Partial<Look>]>([
    ['small', { scale: 2 }],
    ['large', { scale: 20 }],
    ['inverted', { dark: 255, light: 0 }],
    ['cut to its edge', { quietZone: 0 }],
    ['inverted and cut to its edge', { dark: 255, light: 0, quietZone: 0 }],
    ['of little contrast', { dark: 120, light: 134 }],
    ['at one pixel a module', { scale: 1 }],
  ])('%s', async (_, look) => {
    expect(await decode(frame(drawQr(URI, look)))).toEqual([URI]);
  });

  // Each pixel is the mean of those around it, twice: more than half a module wide.
  it.each([
    ['small', { scale: 6, reach: 4, width: 0, height: 0 }],
    ['a part of a large picture', { scale: 12, reach: 8, width: 1600, height: 1000 }],
  ])('out of focus: %s', { timeout: 20_000 }, async (_, { scale, reach, width, height }) => {
    const code = drawQr(URI, { scale });
    const canvas = new Canvas(Math.max(width, code.width), Math.max(height, code.height));
    paste(canvas, frame(code), canvas.width - code.width, canvas.height - code.height);
    const sharp = greyOf(canvas.frame());
    const smeared = {
      ...sharp,
      pixels: meansOf({ ...sharp, pixels: meansOf(sharp, reach) }, reach),
    };
    expect(await zxing(smeared)).toEqual([]);
    expect(await decodeGrey(smeared, { zxing, now, budgetMs: 1 })).toEqual([URI]);
  });

  it.each([15, 45, 90, 133, 180, 270])('turned by %i degrees', async (degrees) => {
    expect(await decode(turned(frame(drawQr(URI, { scale: 6 })), degrees))).toEqual([URI]);
  });

  it('on what is transparent', async () => {
    const shown = frame(drawQr(URI));
    for (let at = 0; at < shown.rgba.length; at += 4) {
      // Light modules are transparent black: to the eye they are as white as the page.
      if (shown.rgba[at] === 255) shown.rgba.fill(0, at, at + 4);
    }
    expect(await decode(shown)).toEqual([URI]);
  });
});

describe('where zxing sees nothing in the whole,', () => {
  it.each<[string, Partial<Look>]>([
    ['in black', {}],
    ['light on dark', { dark: 255, light: 20 }],
    ['small', { scale: 2 }],
  ])('a code %s is located and read by jsqr', async (_, look) => {
    const canvas = new Canvas(900, 600, look.light === 20 ? [20, 20, 20] : WHITE);
    paste(canvas, frame(drawQr(URI, look)), 333, 222);
    // What would join a square that stands out, so that its finder patterns have to be found.
    canvas.rectangle({ x: 100, y: 300, width: 240, height: 3 }, look.light === 20 ? WHITE : BLACK);
    expect(await decode(canvas.frame(), blind)).toEqual([URI]);
  });

  it('a square that stands out is cut, and shown to it alone', async () => {
    const canvas = new Canvas(900, 600);
    paste(canvas, frame(drawQr(URI)), 333, 222);
    const whole = vi.fn<ReadCodes>(async (shown) => (shown.width === 900 ? [] : zxing(shown)));
    expect(await decode(canvas.frame(), whole)).toEqual([URI]);
    expect(whole).toHaveBeenCalledTimes(2);
  });

  it('several codes are read, each once', async () => {
    const canvas = new Canvas(900, 600);
    for (const [nth, text] of ['first', 'second', 'first'].entries()) {
      paste(canvas, frame(drawQr(text)), 20 + nth * 280, 200);
    }
    expect([...(await decode(canvas.frame(), blind))].sort()).toEqual(['first', 'second']);
    expect([...(await decode(canvas.frame()))].sort()).toEqual(['first', 'second']);
  });
});

describe('the budget', () => {
  it('is not touched where zxing reads the whole', async () => {
    const clock = vi.fn(() => 0);
    await decodeGrey(greyOf(frame(drawQr(URI))), { zxing, now: clock, budgetMs: 0 });
    expect(clock).not.toHaveBeenCalled();
  });

  it('ends the search: no attempt begins after it', async () => {
    const read = vi.fn(blind);
    const noise = greyOf(frame(drawNoise(200)));
    await decodeGrey(noise, { zxing: read, now, budgetMs: 1 });
    const unlimited = read.mock.calls.length;
    expect(unlimited).toBeGreaterThan(5);

    read.mockClear();
    let time = 0;
    // Each look at the clock takes a while.
    await decodeGrey(noise, { zxing: read, now: () => (time += 100), budgetMs: 250 });
    expect(read.mock.calls.length).toBeLessThan(unlimited);

    read.mockClear();
    await decodeGrey(noise, { zxing: read, now, budgetMs: 0 });
    expect(read).toHaveBeenCalledOnce();
  });
});

describe('nothing is read', () => {
  // `npm run bench -- qr` does so with a hundred.
  it('from pictures without a code', { timeout: 60_000 }, async () => {
    for (const shown of picturesWithoutCode(3, 9)) expect(await decode(shown)).toEqual([]);
  });

  it.each([1, 2, 3])('from noise (%i)', async (seed) => {
    expect(await decode(frame(drawNoise(200, seed)))).toEqual([]);
  });

  it.each([
    [0, 0],
    [0, 5],
    [1, 1],
    [2, 3],
    [1, 900],
    [5000, 1],
    [21, 21],
  ])('from %i × %i pixels', async (width, height) => {
    for (const shade of [0, 255]) {
      const rgba = new Uint8ClampedArray(width * height * 4).fill(shade);
      expect(await decode({ width, height, rgba })).toEqual([]);
    }
  });

  it('from a code that holds no text', async () => {
    expect(await decode(frame(drawQr([{ data: new Uint8Array(), mode: 'byte' }])))).toEqual([]);
  });
});

it('a glimpse is looked at once, by zxing', async () => {
  const read = vi.fn(blind);
  expect(await decodeGlimpse(frame(drawQr(URI)), read)).toEqual([]);
  expect(read).toHaveBeenCalledOnce();
  expect(await decodeGlimpse(frame(drawQr(URI)), zxing)).toEqual([URI]);
});

function paste(canvas: Canvas, { width, height, rgba }: Frame, x: number, y: number): void {
  for (let row = 0; row < height; row += 1) {
    const line = rgba.subarray(row * width * 4, (row + 1) * width * 4);
    canvas.rgba.set(line, ((y + row) * canvas.width + x) * 4);
  }
}

function drawNoise(side: number, seed = 1) {
  const random = seededRandom(seed);
  const pixels = Buffer.from(Array.from({ length: side * side }, () => random() * 256));
  return { width: side, height: side, luminance: pixels.toString('base64') };
}

/** Turned around its middle, on white. */
function turned({ width, height, rgba }: Frame, degrees: number): Frame {
  const side = Math.ceil(Math.hypot(width, height));
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const result = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [across, down] = [x - side / 2, y - side / 2];
      const column = Math.round(across * cos + down * sin + width / 2);
      const row = Math.round(down * cos - across * sin + height / 2);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const at = (row * width + column) * 4;
      result.set(rgba.subarray(at, at + 4), (y * side + x) * 4);
    }
  }
  return { width: side, height: side, rgba: result };
}
