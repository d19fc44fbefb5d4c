import { create, toDataURL } from 'qrcode';

const QUIET_ZONE = 4;

/** A QR code in the two forms from which the page makes its drawings. */
export interface QrDrawing {
  readonly png: string;
  /** The modules of the code's side, quiet zone included: the path's unit is one module. */
  readonly size: number;
  readonly path: string;
}

export async function drawQr(text: string): Promise<QrDrawing> {
  const { modules } = create(text, {});
  const dark = Array.from(modules.data, (bit, index) => ({ bit, index })).filter(({ bit }) => bit);
  const squares = dark.map(({ index }) => {
    const x = QUIET_ZONE + (index % modules.size);
    const y = QUIET_ZONE + Math.floor(index / modules.size);
    return `M${x} ${y}h1v1h-1z`;
  });
  return {
    png: await toDataURL(text, { margin: QUIET_ZONE, scale: 5 }),
    size: modules.size + 2 * QUIET_ZONE,
    path: squares.join(''),
  };
}
