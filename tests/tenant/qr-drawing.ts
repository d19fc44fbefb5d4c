import { create, toBuffer, toDataURL } from 'qrcode';

const QUIET_ZONE = 4;

/** A QR code in the two forms from which the page makes its drawings. */
export interface QrDrawing {
  readonly png: string;
  /** The modules of the code's side, quiet zone included: the path's unit is one module. */
  readonly size: number;
  readonly path: string;
}

/** The modules of a code, quiet zone included, row by row: `true` is dark. */
export function qrModules(text: string): boolean[][] {
  const { modules } = create(text, {});
  const side = modules.size + 2 * QUIET_ZONE;
  const isDark = (row: number, column: number) =>
    [row, column].every((at) => at >= 0 && at < modules.size) &&
    Boolean(modules.data[row * modules.size + column]);
  return Array.from({ length: side }, (_row, y) =>
    Array.from({ length: side }, (_module, x) => isDark(y - QUIET_ZONE, x - QUIET_ZONE)),
  );
}

export async function drawQr(text: string): Promise<QrDrawing> {
  const modules = qrModules(text);
  const squares = modules.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')),
  );
  return {
    png: await toDataURL(text, { margin: QUIET_ZONE, scale: 5 }),
    size: modules.length,
    path: squares.join(''),
  };
}

/** The same as the bytes of a picture, for hosts that serve it as a file. */
export function qrPng(text: string): Promise<Uint8Array> {
  return toBuffer(text, { margin: QUIET_ZONE, scale: 5 });
}
