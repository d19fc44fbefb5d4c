import { findBusySquares, type Standing } from './busy-squares.ts';
import { darknessOf } from './darkness.ts';
import { findFinderPatterns } from './finder-patterns.ts';
import type { Frame } from './frame.ts';
import { type Grey, greyOf, withMargin } from './grey.ts';
import { lastAttempts } from './last-attempts.ts';
import { locateCodes } from './located-codes.ts';
import { readDarkOnLight } from './read-alone.ts';
import { enlarged, stretched } from './resample.ts';
import { straighten } from './straighten.ts';
import type { ReadCodes } from './zxing.ts';

export interface Means {
  readonly zxing: ReadCodes;
  /** Milliseconds, from any moment on. */
  readonly now: () => number;
  /** Milliseconds after which no further attempt begins where zxing found nothing in the whole. */
  readonly budgetMs: number;
}

/** Most codes stand out by as much as the first; some lie closer to other things, some have little contrast. */
const STANDINGS: readonly Standing[] = [
  { tile: 8, contrast: 40 },
  { tile: 4, contrast: 40 },
  { tile: 8, contrast: 14 },
];

/** Pixels a side to which a small square is enlarged. */
const ENOUGH = 300;

/** Pixels around a square: more than the four modules of a quiet zone that it may lack. */
const MARGIN = 32;

/**
 * The texts of all codes in a picture, each once: zxing over the whole of it, and where that reads nothing, what takes longer
 * (`shared/QR.md`, "What follows").
 */
export async function decodeGrey(grey: Grey, means: Means): Promise<readonly string[]> {
  const texts = await means.zxing(grey);
  return unique(texts.length > 0 ? texts : await searchLonger(grey, means));
}

/** For one of many frames of a camera: zxing alone, since the next frame comes soon. */
export async function decodeGlimpse(frame: Frame, zxing: ReadCodes): Promise<readonly string[]> {
  return unique(await zxing(greyOf(frame)));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** What zxing does not see in the whole: what is quick first, and then whatever may help. */
async function searchLonger(
  grey: Grey,
  { zxing, now, budgetMs }: Means,
): Promise<readonly string[]> {
  const deadline = now() + budgetMs;
  const inTime = () => now() < deadline;
  for (const stage of [readSquares, readLocated, readSomehow]) {
    const texts = await stage(grey, zxing, inTime);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** Squares that stand out, each alone: on a dark page, or where a page's contrast drowns that of the code. */
async function readSquares(
  grey: Grey,
  zxing: ReadCodes,
  inTime: () => boolean,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const standing of STANDINGS) {
    for (const square of findBusySquares(grey, standing)) {
      if (!inTime()) return texts;
      texts.push(...(await readSquare(square, zxing, inTime)));
    }
    if (texts.length > 0) return texts;
  }
  return texts;
}

async function readSquare(
  square: Grey,
  zxing: ReadCodes,
  inTime: () => boolean,
): Promise<readonly string[]> {
  const factor = Math.min(4, Math.ceil(ENOUGH / square.width));
  const plain = stretched(square);
  const shown = withMargin(factor > 1 ? enlarged(plain, factor) : plain, MARGIN);
  const texts = await zxing(shown);
  return texts.length > 0 ? texts : readLocated(shown, zxing, inTime);
}

async function readSomehow(
  grey: Grey,
  zxing: ReadCodes,
  inTime: () => boolean,
): Promise<readonly string[]> {
  for (const attempt of lastAttempts(grey, zxing)) {
    if (!inTime()) return [];
    const texts = await attempt();
    if (texts.length > 0) return texts;
  }
  return [];
}

/** Finder patterns, and codes that they make up, drawn anew. */
async function readLocated(
  grey: Grey,
  zxing: ReadCodes,
  inTime: () => boolean,
): Promise<readonly string[]> {
  const darkness = darknessOf(grey);
  const texts: string[] = [];
  for (const shade of [1, 0] as const) {
    for (const code of locateCodes(darkness, findFinderPatterns(darkness, shade), shade)) {
      if (!inTime()) return texts;
      const drawn = straighten(grey, code, shade);
      const text = readDarkOnLight(drawn);
      texts.push(...(text === undefined ? await zxing(drawn) : [text]));
    }
  }
  return texts;
}
