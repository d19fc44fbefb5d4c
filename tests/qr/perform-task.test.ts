import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/fault.ts';
import type { Frame } from '../../src/qr/frame.ts';
import { performTask, type Tools } from '../../src/qr/perform-task.ts';
import { Canvas } from '../bench/qr-canvas.ts';
import { drawQr, frame, picture } from './drawing.ts';
import { zxing } from './zxing.ts';

const FILE = new Blob(['a file']);

const readImage = vi.fn<(image: Blob) => Promise<Frame>>();
const tools = {
  openZxing: vi.fn(async () => zxing),
  readImage,
  readBitmap: vi.fn(() => frame(drawQr('on a bitmap'))),
  now: () => 0,
} satisfies Tools;

beforeEach(() => {
  vi.clearAllMocks();
  readImage.mockImplementation(async () => frame(drawQr('in a file')));
});

const image = (
  cuts: { x: number; y: number; width: number; height: number }[] = [],
  onlyCuts = false,
) => performTask({ kind: 'image', image: FILE, cuts, onlyCuts }, tools);

describe('pictures', () => {
  it('give the texts of those that hold a code, in order and each once, without zxing', async () => {
    const pictures = [drawQr('first'), drawQr('second'), drawQr('first')];
    expect(await performTask({ kind: 'pictures', pictures }, tools)).toEqual({
      ok: true,
      texts: ['first', 'second'],
      ms: 0,
    });
    expect(tools.openZxing).not.toHaveBeenCalled();
  });

  it('without a code give none', async () => {
    const pictures = [picture(80, 80, () => 255)];
    expect(await performTask({ kind: 'pictures', pictures }, tools)).toMatchObject({ texts: [] });
  });

  it('that are malformed are refused', async () => {
    const pictures = [{ width: 9, height: 9, luminance: '*' }];
    const answer = await performTask({ kind: 'pictures', pictures }, tools);
    expect(answer).toEqual({ ok: false, code: 'malformed' });
  });
});

describe('an image', () => {
  it('is read from its file', async () => {
    expect(await image()).toEqual({ ok: true, texts: ['in a file'], ms: 0 });
    expect(readImage).toHaveBeenCalledExactlyOnceWith(FILE);
  });

  it('that the browser cannot read is told as that', async () => {
    readImage.mockRejectedValue(new Fault('not-an-image', 'no'));
    expect(await image()).toEqual({ ok: false, code: 'not-an-image' });
  });

  it('that breaks the decoder is told as something internal', async () => {
    tools.openZxing.mockRejectedValueOnce(new WebAssembly.RuntimeError('secret pixels'));
    expect(await image()).toEqual({ ok: false, code: 'internal' });
  });
});

describe('a screenshot with cuts', () => {
  const inside = { x: 190, y: 90, width: 200, height: 200 };
  const blank = { x: 500, y: 300, width: 90, height: 90 };

  beforeEach(() => {
    const canvas = new Canvas(700, 500);
    canvas.code('wanted', 200, 100, {
      module: 4,
      quietZone: 4,
      dark: [0, 0, 0],
      light: [255, 255, 255],
    });
    canvas.code('other', 480, 20, {
      module: 4,
      quietZone: 4,
      dark: [0, 0, 0],
      light: [255, 255, 255],
    });
    readImage.mockResolvedValue(canvas.frame());
  });

  it('is looked at there, and nowhere else', async () => {
    expect(await image([inside])).toMatchObject({ texts: ['wanted'] });
    expect(tools.openZxing).not.toHaveBeenCalled();
  });

  it('is looked at nowhere else where that was asked, though nothing is there', async () => {
    expect(await image([blank], true)).toMatchObject({ texts: [] });
    expect(await image([], true)).toMatchObject({ texts: [] });
    expect(await image([inside], true)).toMatchObject({ texts: ['wanted'] });
  });

  it.each([
    ['nothing is there', blank],
    ['they lie outside', { x: 900, y: 900, width: 50, height: 50 }],
    ['they are no rectangles', { x: Number.NaN, y: 0, width: -4, height: 10 }],
  ])('is looked at as a whole where %s', async (_, cut) => {
    const answer = await image([cut]);
    expect(answer.ok && [...answer.texts].sort()).toEqual(['other', 'wanted']);
  });
});

describe('a glimpse', () => {
  it('of pixels is read', async () => {
    const shown = frame(drawQr('on a frame'));
    const answer = await performTask({ kind: 'glimpse', frame: shown }, tools);
    expect(answer).toMatchObject({ texts: ['on a frame'] });
  });

  it('of a bitmap is read, and the bitmap let go', async () => {
    const bitmap = { width: 1, height: 1, close: vi.fn() };
    const answer = await performTask({ kind: 'glimpse', frame: bitmap }, tools);
    expect(answer).toMatchObject({ texts: ['on a bitmap'] });
    expect(bitmap.close).toHaveBeenCalledOnce();
  });
});
