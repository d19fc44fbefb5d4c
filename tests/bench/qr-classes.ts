import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js';
import type { Frame } from '../../src/qr/frame.ts';
import {
  BLACK,
  type Canvas,
  type CodeLook,
  type Colour,
  type Random,
  seededRandom,
  WHITE,
} from './qr-canvas.ts';
import { DARK_PAGE, LIGHT_PAGE, type PageLook, paintPage } from './qr-page.ts';

/** A picture, and the texts of the codes in it. */
export interface Sample {
  readonly frame: Frame;
  readonly texts: readonly string[];
}

interface SampleClass {
  readonly name: string;
  readonly paint: (random: Random, index: number) => Sample;
}

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** Pixels around a code to the edge of the screen. */
const INSET = 24;

function sizeOf(index: number): { readonly width: number; readonly height: number } {
  return SIZES[index % SIZES.length] ?? SIZES[0];
}

function uri(random: Random): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const secret = Array.from({ length: 16 + 16 * Math.floor(random() * 2) }, () =>
    letters.charAt(random() * 32),
  ).join('');
  const account = `user${Math.floor(random() * 1e4)}@contoso${Math.floor(random() * 100)}.example`;
  return `otpauth://totp/Contoso%3A${encodeURIComponent(account)}?secret=${secret}&issuer=Contoso`;
}

const PLAIN: CodeLook = { module: 4, quietZone: 4, dark: BLACK, light: WHITE };

/** Paints a code somewhere on a page; gives its text. */
function placeCode(
  canvas: Canvas,
  look: CodeLook,
  random: Random,
  background: Colour = LIGHT_PAGE.background,
): string {
  const text = uri(random);
  // A version 8 code, the largest that these texts need.
  const side = (49 + 2 * look.quietZone) * look.module + 2 * INSET;
  const x = INSET + Math.floor(random() * Math.max(1, canvas.width - side));
  const y = INSET + Math.floor(random() * Math.max(1, canvas.height - side));
  clear(canvas, x, y, canvas.code(text, x, y, look), background);
  canvas.code(text, x, y, look);
  return text;
}

/** Some of the page's own space around what lies on it. */
function clear(canvas: Canvas, x: number, y: number, side: number, background: Colour): void {
  const space = { x: x - INSET / 2, y: y - INSET / 2, width: side + INSET, height: side + INSET };
  canvas.rectangle(space, background);
}

function onPage(page: Omit<PageLook, 'width' | 'height'>, look: (random: Random) => CodeLook) {
  return (random: Random, index: number): Sample => {
    const canvas = paintPage({ ...sizeOf(index), ...page }, random);
    const text = placeCode(canvas, look(random), random, page.background);
    return { frame: canvas.frame(), texts: [text] };
  };
}

function scaled(factor: number) {
  return (random: Random, index: number): Sample => {
    const screen = sizeOf(index);
    const page = {
      width: Math.ceil(screen.width / factor),
      height: Math.ceil(screen.height / factor),
    };
    const canvas = paintPage({ ...page, ...LIGHT_PAGE }, random);
    const text = placeCode(canvas, { ...PLAIN, module: 2 + Math.floor(random() * 3) }, random);
    return { frame: canvas.scaled(factor, screen).frame(), texts: [text] };
  };
}

function asJpeg({ frame, texts }: Sample, quality: number): Sample {
  const { data } = encodeJpeg({ ...frame, data: frame.rgba }, quality);
  const { width, height, data: pixels } = decodeJpeg(data, { useTArray: true });
  return { frame: { width, height, rgba: new Uint8ClampedArray(pixels) }, texts };
}

function severalCodes(random: Random, index: number): Sample {
  const { width, height } = sizeOf(index);
  const canvas = paintPage({ width, height, ...LIGHT_PAGE }, random);
  const count = 2 + Math.floor(random() * 3);
  const texts = Array.from({ length: count }, (_, nth) => {
    const text = uri(random);
    const x = INSET + Math.floor((nth * (width - INSET)) / count);
    canvas.code(text, x, 90 + random() * 200, { ...PLAIN, module: 3 + (nth % 2) });
    return text;
  });
  return { frame: canvas.frame(), texts };
}

const grey = (shade: number): Colour => [shade, shade, shade];

/** The classes of screen images (issue 4, "Decoder figures"). */
export const CLASSES: readonly SampleClass[] = [
  ...[2, 3, 4, 5, 6, 8].map((module) => ({
    name: `module of ${module} px`,
    paint: onPage(LIGHT_PAGE, () => ({ ...PLAIN, module })),
  })),
  {
    name: 'module under 2 px',
    paint: onPage(LIGHT_PAGE, (random) => ({ ...PLAIN, module: 1.4 + random() * 0.5 })),
  },
  { name: 'scale 1.25', paint: scaled(1.25) },
  { name: 'scale 1.5', paint: scaled(1.5) },
  {
    name: 'dark page, no quiet zone',
    paint: onPage(DARK_PAGE, (random) => ({
      ...PLAIN,
      quietZone: 0,
      module: 2 + Math.floor(random() * 5),
    })),
  },
  {
    name: 'light on dark',
    paint: onPage(DARK_PAGE, (random) => ({
      ...PLAIN,
      dark: WHITE,
      light: DARK_PAGE.background,
      module: 3 + Math.floor(random() * 3),
    })),
  },
  {
    name: 'logo in the middle',
    paint: onPage(LIGHT_PAGE, (random) => ({
      ...PLAIN,
      level: 'H',
      logo: 0.18 + random() * 0.08,
      module: 3 + Math.floor(random() * 4),
    })),
  },
  {
    name: 'low contrast',
    paint: onPage(LIGHT_PAGE, (random) => {
      const dark = 90 + random() * 90;
      return { ...PLAIN, dark: grey(dark), light: grey(dark + 18 + random() * 40) };
    }),
  },
  {
    name: 'JPEG',
    paint: (random, index) =>
      asJpeg(
        onPage(LIGHT_PAGE, () => ({ ...PLAIN, module: 2 + (index % 4) }))(random, index),
        20 + Math.floor(random() * 50),
      ),
  },
  { name: 'several codes', paint: severalCodes },
  {
    name: '4K screenshot',
    paint: (random, index) => {
      const canvas = paintPage({ width: 3840, height: 2160, ...LIGHT_PAGE }, random);
      const text = placeCode(canvas, { ...PLAIN, module: 2 + (index % 5) }, random);
      return { frame: canvas.frame(), texts: [text] };
    },
  },
];

/** Samples of a class; the same for the same seed. */
export function* samplesOf({ paint }: SampleClass, count: number, seed: number): Generator<Sample> {
  for (let index = 0; index < count; index += 1) {
    yield paint(seededRandom(seed + index * 7919), index);
  }
}

/** Pictures without a code: pages, noise, chequers, stripes, parts of codes. */
export function* picturesWithoutCode(count: number, seed: number): Generator<Frame> {
  for (let index = 0; index < count; index += 1) {
    const random = seededRandom(seed + index * 104_729);
    const look = index % 2 === 0 ? LIGHT_PAGE : DARK_PAGE;
    const canvas = paintPage({ ...sizeOf(index), ...look }, random);
    paintNoCode(canvas, random, index % 5);
    yield canvas.frame();
  }
}

/** Lays what looks like a code and is none over a page. */
function paintNoCode(canvas: Canvas, random: Random, kind: number): void {
  const [left, top] = [100 + random() * 400, 100 + random() * 200];
  const module = 2 + Math.floor(random() * 6);
  if (kind === 0) return;
  if (kind === 4) {
    // The upper part of a code, two finder patterns and too little of the rest.
    const side = canvas.code(uri(random), left, top, { ...PLAIN, module });
    canvas.rectangle({ x: left, y: top + side * 0.45, width: side, height: side * 0.55 }, WHITE);
    return;
  }
  for (let row = 0; row < 41; row += 1) {
    for (let column = 0; column < 41; column += 1) {
      const isDark =
        kind === 1 ? random() < 0.5 : kind === 2 ? (row + column) % 2 === 0 : column % 2 === 0;
      const place = {
        x: left + column * module,
        y: top + row * module,
        width: module,
        height: module,
      };
      canvas.rectangle(place, isDark ? BLACK : WHITE);
    }
  }
}
