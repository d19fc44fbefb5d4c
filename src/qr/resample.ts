import type { Grey } from './grey.ts';

/** A picture several times as large, with soft steps between its pixels. */
export function enlarged(grey: Grey, factor: number): Grey {
  const width = Math.round(grey.width * factor);
  const height = Math.round(grey.height * factor);
  const pixels = new Uint8Array(width * height);
  const columns = stepsOf(grey.width, width);
  const rows = stepsOf(grey.height, height);
  for (let y = 0; y < height; y += 1) {
    const upper = (rows.before[y] ?? 0) * grey.width;
    const lower = (rows.after[y] ?? 0) * grey.width;
    const down = rows.share[y] ?? 0;
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const left = columns.before[x] ?? 0;
      const right = columns.after[x] ?? 0;
      const share = columns.share[x] ?? 0;
      const above = mix(grey.pixels[upper + left] ?? 0, grey.pixels[upper + right] ?? 0, share);
      const below = mix(grey.pixels[lower + left] ?? 0, grey.pixels[lower + right] ?? 0, share);
      pixels[at] = mix(above, below, down) + 0.5;
    }
  }
  return { width, height, pixels };
}

/** For each pixel of the larger side, the two of the smaller side that it lies between, and the share of the second. */
interface Steps {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly share: Float64Array;
}

function stepsOf(from: number, to: number): Steps {
  const places = Float64Array.from({ length: to }, (_, index) =>
    Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5)),
  );
  const before = Int32Array.from(places, Math.floor);
  return {
    before,
    after: before.map((first) => Math.min(from - 1, first + 1)),
    share: places.map((place, index) => place - (before[index] ?? 0)),
  };
}

function mix(first: number, second: number, share: number): number {
  return first + (second - first) * share;
}

/** A picture a whole number of times smaller: each of its pixels is the mean of a square of pixels. */
export function reduced(grey: Grey, divisor: number): Grey {
  const width = Math.floor(grey.width / divisor);
  const height = Math.floor(grey.height / divisor);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let row = y * divisor; row < (y + 1) * divisor; row += 1) {
        const start = row * grey.width + x * divisor;
        for (let at = start; at < start + divisor; at += 1) sum += grey.pixels[at] ?? 0;
      }
      pixels[y * width + x] = sum / divisor ** 2 + 0.5;
    }
  }
  return { width, height, pixels };
}

/** The share of pixels at either end that may be something else than the code: a frame, a logo. */
const STRAY_SHARE = 0.02;

/** The same with the dark shades made black and the light ones white. */
export function stretched({ width, height, pixels }: Grey): Grey {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  const shadeOf = (rank: number) => {
    let passed = 0;
    return counts.findIndex((count) => {
      passed += count;
      return passed > rank;
    });
  };
  const darkest = shadeOf(pixels.length * STRAY_SHARE);
  const range = Math.max(1, shadeOf(pixels.length * (1 - STRAY_SHARE)) - darkest);
  const table = Uint8ClampedArray.from(counts, (_, shade) => ((shade - darkest) / range) * 255);
  return { width, height, pixels: pixels.map((shade) => table[shade] ?? shade) };
}
