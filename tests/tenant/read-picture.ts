import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** What the QR codes of a picture file hold, or of one in a `data:` address. */
export async function readPicture(picture: Uint8Array | string): Promise<string[]> {
  const bytes =
    typeof picture === 'string'
      ? new Uint8Array(Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
      : picture;
  const found = await readBarcodes(bytes, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
