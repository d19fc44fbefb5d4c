import { randomInt } from 'node:crypto';
import { type Colour, encodePng } from '../png.ts';
import { qrModules } from '../qr-drawing.ts';

/** Pixels of a module's side. */
const SCALE = 5;
/** How much of the side of an unreadable code is blank in the middle: more than correction mends. */
const DESTROYED = 0.6;

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
const NIGHT: Colour = [17, 19, 24];
const PALE: Colour = [228, 232, 240];

function drawn(modules: readonly boolean[][], dark: Colour, light: Colour): Uint8Array {
  const side = modules.length * SCALE;
  return encodePng(side, side, (x, y) =>
    modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ? dark : light,
  );
}

/** Light modules on a dark ground, as on pages in dark dress. */
export function darkPicture(text: string): Uint8Array {
  return drawn(qrModules(text), PALE, NIGHT);
}

/** A code that looks like one, and that nobody can read. */
export function unreadablePicture(text: string): Uint8Array {
  const modules = qrModules(text);
  const middle = (modules.length - 1) / 2;
  const reach = (modules.length * DESTROYED) / 2;
  const kept = modules.map((row, y) =>
    row.map((dark, x) => dark && Math.max(Math.abs(x - middle), Math.abs(y - middle)) > reach),
  );
  return drawn(kept, BLACK, WHITE);
}

/** Something like a photograph: soft changes of colour, with grain. Another one each time. */
export function photograph(): Uint8Array {
  const [shift, pitch] = [randomInt(100), 20 + randomInt(40)];
  const grain = () => randomInt(24);
  return encodePng(240, 240, (x, y) => [
    90 + 60 * Math.sin((x + shift) / pitch) + grain(),
    110 + 50 * Math.cos((x + y) / (pitch + 9)) + grain(),
    120 + 70 * Math.sin((y - shift) / (pitch + 4)) + grain(),
  ]);
}
