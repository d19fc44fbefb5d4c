import { describe, expect, it, vi } from 'vitest';
import { decodeElement } from '../../src/qr/decode-element.ts';
import type { Picture } from '../../src/qr/picture.ts';
import type { ReadCodes } from '../../src/qr/zxing.ts';
import { drawQr, type Look, picture } from './drawing.ts';
import { zxing } from './zxing.ts';

const TENANT_URI =
  'otpauth://totp/Contoso+Ltd%3Aalex%40contoso.example?secret=gezdgnbvgy3tqojq&issuer=Microsoft';

/** Not to be made ready where jsqr is enough. */
const openZxing = vi.fn<() => Promise<ReadCodes>>(async () => zxing);

const decode = (shown: Picture) => decodeElement(shown, { openZxing, now: () => 0, budgetMs: 0 });

async function readByJsqrAlone(shown: Picture): Promise<readonly string[]> {
  openZxing.mockClear();
  const texts = await decode(shown);
  expect(openZxing).not.toHaveBeenCalled();
  return texts;
}

const SCALES = [2, 3, 4, 5, 6, 7, 8];
const INVERTED = { dark: 255, light: 0 };

describe('jsqr alone reads the QR code of a tenant', () => {
  it.each<[string, Partial<Look>]>([
    ...SCALES.flatMap((scale): [string, Partial<Look>][] => [
      [`at ${scale} pixels a module`, { scale }],
      [`at ${scale} pixels a module, cut to its edge`, { scale, quietZone: 0 }],
      [`at ${scale} pixels a module, inverted`, { scale, ...INVERTED }],
      [
        `at ${scale} pixels a module, inverted and cut to its edge`,
        { scale, quietZone: 0, ...INVERTED },
      ],
      [`at ${scale} pixels a module, dimmed`, { scale, dark: 0, light: 120 }],
    ]),
    ['with a narrow quiet zone', { quietZone: 1 }],
    ['in a wide field', { quietZone: 40 }],
    ['in grey', { dark: 60, light: 190 }],
  ])('%s', async (_, look) => {
    expect(await readByJsqrAlone(drawQr(TENANT_URI, look))).toEqual([TENANT_URI]);
  });

  /** Each pixel is the mean of those around it. */
  it.each([4, 6, 8])('with soft edges, at %i pixels a module', async (scale) => {
    const { width, height, luminance } = drawQr(TENANT_URI, { scale });
    const pixels = Buffer.from(luminance, 'base64');
    const soft = picture(width, height, (x, y) => {
      let sum = 0;
      for (const row of [y - 1, y, y + 1]) {
        for (const column of [x - 1, x, x + 1]) sum += pixels[row * width + column] ?? 255;
      }
      return Math.round(sum / 9);
    });
    expect(await readByJsqrAlone(soft)).toEqual([TENANT_URI]);
  });

  it('with a logo of all greys on it', async () => {
    const { width, height, luminance } = drawQr(TENANT_URI);
    const pixels = Buffer.from(luminance, 'base64');
    const [middle, half] = [width / 2, width / 16];
    const branded = picture(width, height, (x, y) =>
      Math.abs(x - middle) < half && Math.abs(y - middle) < half
        ? (x * 37 + y * 11) % 256
        : (pixels[y * width + x] ?? 255),
    );
    expect(await readByJsqrAlone(branded)).toEqual([TENANT_URI]);
  });

  it.each([
    ['blue on white, under a black line', 94, 255],
    ['grey on grey, under a black line', 60, 190],
  ])('%s', async (_, dark, light) => {
    const code = drawQr(TENANT_URI, { dark, light });
    const pixels = Buffer.from(code.luminance, 'base64');
    pixels.fill(0, 0, code.width);
    expect(await readByJsqrAlone({ ...code, luminance: pixels.toString('base64') })).toEqual([
      TENANT_URI,
    ]);
  });

  it('that is not square and not in the middle', async () => {
    const code = drawQr(TENANT_URI);
    const pixels = Buffer.from(code.luminance, 'base64');
    const shown = picture(code.width + 150, code.height + 40, (x, y) => {
      const [column, row] = [x - 120, y - 10];
      const within = column >= 0 && row >= 0 && column < code.width && row < code.height;
      return within ? (pixels[row * code.width + column] ?? 255) : 255;
    });
    expect(await readByJsqrAlone(shown)).toEqual([TENANT_URI]);
  });
});

describe('jsqr alone reads any text:', () => {
  it.each([
    ['short', 'a'],
    ['digits', '0123456789'],
    ['capitals', 'HTTPS://CONTOSO.EXAMPLE/'],
    ['a push code', 'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fx.example'],
    ['other scripts', 'otpauth://totp/株式会社:zoë@contoso.example?secret=MZXW6'],
    ['a long one', `otpauth://totp/Contoso:alex?secret=${'MZXW6YTB'.repeat(13)}&issuer=Microsoft`],
  ])('%s', async (_, text) => {
    expect(await readByJsqrAlone(drawQr(text))).toEqual([text]);
  });
});

describe('nothing is read', () => {
  /** The same noise in every run: a linear congruential generator (Numerical Recipes). */
  function noise(seed: number, side: number, levels: (random: number) => number) {
    let state = seed;
    return picture(side, side, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return levels(state / 2 ** 32);
    });
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('in noise (%i)', async (seed) => {
    expect(await decode(noise(seed, 160, (random) => Math.floor(random * 256)))).toEqual([]);
    expect(await decode(noise(seed, 160, (random) => (random < 0.5 ? 0 : 255)))).toEqual([]);
  });

  it.each([
    ['one pixel', picture(1, 1, () => 0)],
    ['white', picture(100, 100, () => 255)],
    ['black', picture(100, 100, () => 0)],
    ['a chequerboard', picture(120, 120, (x, y) => ((x >> 2) + (y >> 2)) % 2 && 255)],
    ['stripes', picture(120, 120, (x) => (x >> 2) % 2 && 255)],
  ])('in %s', async (_, shown) => {
    expect(await decode(shown)).toEqual([]);
  });

  it('in a code that holds no text', async () => {
    const bytes = drawQr([{ data: new Uint8Array(), mode: 'byte' }]);
    expect(await decode(bytes)).toEqual([]);
  });

  it('in a code of which half is missing', async () => {
    const { width, height, luminance } = drawQr(TENANT_URI);
    const pixels = Buffer.from(luminance, 'base64').fill(255, (width * height) / 2);
    expect(await decode({ width, height, luminance: pixels.toString('base64') })).toEqual([]);
  });
});

it('refuses pixels that are no base64', async () => {
  await expect(decode({ width: 10, height: 10, luminance: '*' })).rejects.toMatchObject({
    name: 'Fault',
    code: 'malformed',
  });
});

describe('what jsqr does not read, zxing does:', () => {
  it('two codes side by side', async () => {
    const [left, right] = [drawQr('first'), drawQr('second')].map((code) => ({
      ...code,
      pixels: Buffer.from(code.luminance, 'base64'),
    }));
    if (!left || !right) throw new Error('unreachable');
    const both = picture(left.width + right.width, left.height, (x, y) => {
      const [code, column] = x < left.width ? [left, x] : [right, x - left.width];
      return code.pixels[y * code.width + column] ?? 255;
    });
    expect([...(await decode(both))].sort()).toEqual(['first', 'second']);
  });
});
