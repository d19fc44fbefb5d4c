import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/qr/decode.ts';
import { decodeHere } from '../../src/qr/decode-here.ts';
import { drawQr, type Look, picture } from './drawing.ts';

const TENANT_URI =
  'otpauth://totp/Contoso+Ltd%3Aalex%40contoso.example?secret=gezdgnbvgy3tqojq&issuer=Microsoft';

const SCALES = [2, 3, 4, 5, 6, 7, 8];
const INVERTED = { dark: 255, light: 0 };

describe('decodePicture reads the QR code of a tenant', () => {
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
  ])('%s', (_, look) => {
    expect(decodePicture(drawQr(TENANT_URI, look))).toBe(TENANT_URI);
  });

  /** Each pixel is the mean of those around it. */
  it.each([4, 6, 8])('with soft edges, at %i pixels a module', (scale) => {
    const { width, height, luminance } = drawQr(TENANT_URI, { scale });
    const pixels = Buffer.from(luminance, 'base64');
    const soft = picture(width, height, (x, y) => {
      let sum = 0;
      for (const row of [y - 1, y, y + 1]) {
        for (const column of [x - 1, x, x + 1]) sum += pixels[row * width + column] ?? 255;
      }
      return Math.round(sum / 9);
    });
    expect(decodePicture(soft)).toBe(TENANT_URI);
  });

  it('with a logo of all greys on it', () => {
    const { width, height, luminance } = drawQr(TENANT_URI);
    const pixels = Buffer.from(luminance, 'base64');
    const [middle, half] = [width / 2, width / 16];
    const branded = picture(width, height, (x, y) =>
      Math.abs(x - middle) < half && Math.abs(y - middle) < half
        ? (x * 37 + y * 11) % 256
        : (pixels[y * width + x] ?? 255),
    );
    expect(decodePicture(branded)).toBe(TENANT_URI);
  });

  it.each([
    ['blue on white, under a black line', 94, 255],
    ['grey on grey, under a black line', 60, 190],
  ])('%s', (_, dark, light) => {
    const code = drawQr(TENANT_URI, { dark, light });
    const pixels = Buffer.from(code.luminance, 'base64');
    pixels.fill(0, 0, code.width);
    expect(decodePicture({ ...code, luminance: pixels.toString('base64') })).toBe(TENANT_URI);
  });

  it('that is not square and not in the middle', () => {
    const code = drawQr(TENANT_URI);
    const pixels = Buffer.from(code.luminance, 'base64');
    const shown = picture(code.width + 150, code.height + 40, (x, y) => {
      const [column, row] = [x - 120, y - 10];
      const within = column >= 0 && row >= 0 && column < code.width && row < code.height;
      return within ? (pixels[row * code.width + column] ?? 255) : 255;
    });
    expect(decodePicture(shown)).toBe(TENANT_URI);
  });
});

describe('decodePicture reads any text:', () => {
  it.each([
    ['short', 'a'],
    ['digits', '0123456789'],
    ['capitals', 'HTTPS://CONTOSO.EXAMPLE/'],
    ['a push code', 'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fx.example'],
    ['other scripts', 'otpauth://totp/株式会社:zoë@contoso.example?secret=MZXW6'],
    ['a long one', `otpauth://totp/Contoso:alex?secret=${'MZXW6YTB'.repeat(13)}&issuer=Microsoft`],
  ])('%s', (_, text) => {
    expect(decodePicture(drawQr(text))).toBe(text);
  });
});

describe('decodePicture finds nothing', () => {
  /** The same noise in every run: a linear congruential generator (Numerical Recipes). */
  function noise(seed: number, side: number, levels: (random: number) => number) {
    let state = seed;
    return picture(side, side, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return levels(state / 2 ** 32);
    });
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('in noise (%i)', (seed) => {
    expect(decodePicture(noise(seed, 160, (random) => Math.floor(random * 256)))).toBeUndefined();
    expect(decodePicture(noise(seed, 160, (random) => (random < 0.5 ? 0 : 255)))).toBeUndefined();
  });

  it.each([
    ['one pixel', picture(1, 1, () => 0)],
    ['white', picture(100, 100, () => 255)],
    ['black', picture(100, 100, () => 0)],
    ['a chequerboard', picture(120, 120, (x, y) => ((x >> 2) + (y >> 2)) % 2 && 255)],
    ['stripes', picture(120, 120, (x) => (x >> 2) % 2 && 255)],
  ])('in %s', (_, shown) => {
    expect(decodePicture(shown)).toBeUndefined();
  });

  it('in a code that holds no text', () => {
    const bytes = drawQr([{ data: Uint8Array.of(0xff, 0xfe, 0x80), mode: 'byte' }]);
    expect(decodePicture(bytes)).toBeUndefined();
  });

  it('in a code of which half is missing', () => {
    const { width, height, luminance } = drawQr(TENANT_URI);
    const pixels = Buffer.from(luminance, 'base64').fill(255, (width * height) / 2);
    expect(decodePicture({ width, height, luminance: pixels.toString('base64') })).toBeUndefined();
  });
});

it('refuses pixels that are no base64', () => {
  expect(() => decodePicture({ width: 10, height: 10, luminance: '*' })).toThrow(
    expect.objectContaining({ name: 'Fault', code: 'malformed' }),
  );
});

describe('decodeHere', () => {
  it('gives the texts of those pictures that hold one, in order', async () => {
    const pictures = [drawQr('first'), picture(80, 80, () => 255), drawQr('second')];
    expect(await decodeHere(pictures)).toEqual(['first', 'second']);
  });

  it('gives none for none', async () => {
    expect(await decodeHere([])).toEqual([]);
  });
});
