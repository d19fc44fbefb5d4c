import { create } from 'qrcode';
import type { Frame } from '../../src/qr/frame.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Colour = readonly [red: number, green: number, blue: number];

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CodeLook {
  /** Pixels a module; what is no whole number is drawn as a browser scales an image, with soft edges. */
  readonly module: number;
  /** Modules of quiet zone. */
  readonly quietZone: number;
  readonly dark: Colour;
  readonly light: Colour;
  /** The share of the side that a logo in the middle covers. */
  readonly logo?: number;
  readonly level?: 'L' | 'M' | 'Q' | 'H';
}

/** Pixels to paint on. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  /** The same a pixel at a time: most of the time goes into painting pages. */
  readonly #colours: Uint32Array;

  constructor(width: number, height: number, colour: Colour = WHITE) {
    this.width = width;
    this.height = height;
    this.rgba = new Uint8ClampedArray(width * height * 4);
    this.#colours = new Uint32Array(this.rgba.buffer);
    this.rectangle({ x: 0, y: 0, width, height }, colour);
  }

  frame(): Frame {
    return { width: this.width, height: this.height, rgba: this.rgba };
  }

  rectangle({ x, y, width, height }: Rectangle, colour: Colour): void {
    const left = Math.max(0, Math.round(x));
    const right = Math.min(this.width, Math.round(x + width));
    const bottom = Math.min(this.height, Math.round(y + height));
    if (right <= left) return;
    const [packed = 0] = new Uint32Array(new Uint8ClampedArray([...colour, 255]).buffer);
    for (let row = Math.max(0, Math.round(y)); row < bottom; row += 1) {
      this.#colours.fill(packed, row * this.width + left, row * this.width + right);
    }
  }

  disc(x: number, y: number, radius: number, colour: Colour): void {
    for (let row = -radius; row <= radius; row += 1) {
      const half = Math.sqrt(radius ** 2 - row ** 2);
      this.rectangle({ x: x - half, y: y + row, width: 2 * half, height: 1 }, colour);
    }
  }

  /** The QR code of a text, its top left corner (that of the quiet zone) at a place; gives its side in pixels. */
  code(text: string, x: number, y: number, look: CodeLook): number {
    const { modules } = create(text, { errorCorrectionLevel: look.level ?? 'M' });
    const size = modules.size + 2 * look.quietZone;
    const side = Math.round(size * look.module);
    // As a browser scales an image: each pixel is the mean of what it covers.
    const steps = Number.isInteger(look.module) ? 1 : 4;
    const moduleAt = (column: number, row: number): number => {
      const [across, down] = [
        Math.floor(column / look.module) - look.quietZone,
        Math.floor(row / look.module) - look.quietZone,
      ];
      const within = across >= 0 && down >= 0 && across < modules.size && down < modules.size;
      return within ? modules.get(down, across) : 0;
    };
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        let darkness = 0;
        for (let step = 0; step < steps ** 2; step += 1) {
          const across = column + ((step % steps) + 0.5) / steps;
          const down = row + (Math.floor(step / steps) + 0.5) / steps;
          darkness += moduleAt(across, down) / steps ** 2;
        }
        this.#mix(x + column, y + row, look.light, look.dark, darkness);
      }
    }
    if (look.logo !== undefined) this.#logo(x + side / 2, y + side / 2, (side * look.logo) / 2);
    return side;
  }

  #logo(x: number, y: number, radius: number): void {
    const plate = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    this.rectangle(plate, WHITE);
    this.disc(x, y, radius * 0.8, [220, 60, 40]);
    this.disc(x, y, radius * 0.4, [250, 200, 60]);
  }

  #mix(x: number, y: number, from: Colour, to: Colour, share: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (Math.round(y) * this.width + Math.round(x)) * 4;
    for (const [channel, start] of from.entries()) {
      this.rgba[at + channel] = start + ((to[channel] ?? 0) - start) * share;
    }
  }

  /** As much of it as a screen has room for, at another scale, with soft steps: as a system with scaled pixels shows it. */
  scaled(factor: number, screen: { readonly width: number; readonly height: number }): Canvas {
    const scaled = new Canvas(screen.width, screen.height);
    for (let row = 0; row < scaled.height; row += 1) {
      const y = Math.max(0, (row + 0.5) / factor - 0.5);
      const top = Math.min(this.height - 1, Math.floor(y));
      const bottom = Math.min(this.height - 1, top + 1);
      for (let column = 0; column < scaled.width; column += 1) {
        const x = Math.max(0, (column + 0.5) / factor - 0.5);
        const left = Math.min(this.width - 1, Math.floor(x));
        const right = Math.min(this.width - 1, left + 1);
        for (let channel = 0; channel < 3; channel += 1) {
          const at = (across: number, down: number) =>
            this.rgba[(down * this.width + across) * 4 + channel] ?? 0;
          const upper = at(left, top) + (at(right, top) - at(left, top)) * (x - left);
          const lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * (x - left);
          scaled.rgba[(row * scaled.width + column) * 4 + channel] =
            upper + (lower - upper) * (y - top);
        }
      }
    }
    return scaled;
  }
}
