import { encodeFormats, prepareZXingModule, type ZXingReaderModule } from 'zxing-wasm/reader';
import type { Grey } from './grey.ts';

/** Reads all QR codes of a picture, however they lie in it. */
export type ReadCodes = (grey: Grey, effort?: Effort) => Promise<readonly string[]>;

/** What zxing does beyond the usual. */
interface Effort {
  /** Turns the picture, too. Takes several times as long and finds little. */
  readonly tryRotate?: boolean;
  /** Closes gaps of a pixel, as in printed or photographed codes. */
  readonly tryDenoise?: boolean;
  /** By which shade dark is told from light: one for each neighbourhood, or one for all. */
  readonly binarizer?: typeof LOCAL_AVERAGE | typeof GLOBAL_HISTOGRAM;
}

/** The numbers that zxing's own code has for them. */
const LOCAL_AVERAGE = 0;
export const GLOBAL_HISTOGRAM = 1;

/**
 * The package's defaults, but for `formats` and `tryRotate`. QR.md: with these it takes a third of the time, and finds
 * as much.
 */
const USUAL = {
  formats: encodeFormats(['QRCode']),
  tryHarder: true,
  tryRotate: false,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: false,
  binarizer: LOCAL_AVERAGE,
  isPure: false,
  downscaleThreshold: 500,
  downscaleFactor: 3,
  minLineCount: 2,
  maxNumberOfSymbols: 255,
  validateOptionalChecksum: false,
  returnErrors: false,
  eanAddOnSymbol: 0,
  // Plain. Else it spells out what it takes for control characters.
  textMode: 0,
  // To be guessed.
  characterSet: 0,
  tryCode39ExtendedMode: true,
};

/** What of the module the package's types leave to those of Emscripten. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  /** Gives 0 where there is none left. */
  _malloc(bytes: number): number;
  _free(place: number): void;
}

/** Its smaller kin hold no set-up codes, and are easily seen in noise. */
const KINDS: ReadonlySet<string> = new Set(['QRCode', 'QRCodeModel1', 'QRCodeModel2']);

/**
 * Makes zxing ready.
 *
 * The module is asked itself, not through the package's `readBarcodes`: that wants four bytes a pixel, only to make one of
 * them again, which takes longer than what else is done for a picture of 4K.
 *
 * @param wasmBinary the package's `reader/zxing_reader.wasm`; left alone, the package would fetch it from the network
 */
export async function openZxing(wasmBinary: ArrayBuffer): Promise<ReadCodes> {
  const opened = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const module = opened as ZXingReaderModule & Memory;
  return async ({ width, height, pixels }, effort = {}) => {
    // It throws a number at a picture without pixels.
    if (width === 0 || height === 0) return [];
    const place = module._malloc(pixels.length);
    if (place === 0) throw new RangeError('no memory for the picture');
    try {
      module.HEAPU8.set(pixels, place);
      const found = module.readBarcodesFromPixmap(place, width, height, { ...USUAL, ...effort });
      const symbols = Array.from({ length: found.size() }, (_, index) => found.get(index));
      return symbols.flatMap((symbol) =>
        symbol?.isValid && KINDS.has(symbol.format) && symbol.text !== '' ? [symbol.text] : [],
      );
    } finally {
      module._free(place);
    }
  };
}
