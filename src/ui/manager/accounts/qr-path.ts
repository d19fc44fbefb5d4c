import { encode } from 'uqr';

/** White modules around a code: as many as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** 117 modules a side: a phone's camera does not tell more of them apart in the width of a dialog. */
const LARGEST_VERSION = 25;

/** A QR code as one SVG path, a module being 1 by 1, with the quiet zone. */
export interface QrPath {
  /** Modules a side. */
  readonly size: number;
  readonly path: string;
}

/** Undefined where the text is too long for a code that a camera reads from a screen. */
export function qrPath(text: string): QrPath | undefined {
  try {
    const { size, data } = encode(text, {
      boostEcc: true,
      border: QUIET_ZONE,
      maxVersion: LARGEST_VERSION,
    });
    return { size, path: data.flatMap(rowPath).join('') };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One rectangle for each run of dark modules; the quiet zone ends the last one. */
function rowPath(row: readonly boolean[], y: number): string[] {
  return row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1]) return [];
    const width = row.indexOf(false, x) - x;
    return [`M${x} ${y}h${width}v1h-${width}z`];
  });
}
