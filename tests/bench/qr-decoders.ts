import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import decodeQr from 'qr/decode.js';
import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Frame } from '../../src/qr/frame.ts';
import { performTask } from '../../src/qr/perform-task.ts';
import { openZxing } from '../../src/qr/zxing.ts';
import { processorTime } from './processor-time.ts';

export interface Decoder {
  readonly name: string;
  readonly decode: (frame: Frame) => Promise<readonly string[]>;
}

export const OURS = 'ours';
export const JSQR = 'jsqr';

/** Ours, and those that it is measured against. */
export async function openDecoders(): Promise<readonly Decoder[]> {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const { buffer } = new Uint8Array(await readFile(wasm));
  const zxing = await openZxing(buffer);
  const plain =
    (options?: ReaderOptions) =>
    async ({ width, height, rgba }: Frame) => {
      const found = await readBarcodes({ width, height, data: rgba } as ImageData, options);
      return found.map(({ text }) => text);
    };
  return [
    {
      name: JSQR,
      async decode({ width, height, rgba }) {
        // Its own default; it keeps the options of the call before.
        const text = jsQR(rgba, width, height, { inversionAttempts: 'attemptBoth' })?.data;
        return text ? [text] : [];
      },
    },
    { name: 'zxing-wasm', decode: plain() },
    {
      name: 'zxing-wasm, tuned',
      decode: plain({ formats: ['QRCode'], tryHarder: true, tryRotate: false }),
    },
    {
      name: 'qr',
      async decode({ width, height, rgba }) {
        try {
          return [decodeQr({ width, height, data: rgba })];
        } catch {
          return [];
        }
      },
    },
    {
      name: OURS,
      async decode(frame) {
        // As the worker does where the user chose a file; only the file itself is not read here.
        const answer = await performTask(
          { kind: 'image', image: new Blob(), cuts: [], onlyCuts: false },
          {
            openZxing: async () => zxing,
            readImage: async () => frame,
            readBitmap: () => frame,
            now: processorTime,
          },
        );
        if (!answer.ok) throw new Error(`ours failed: ${answer.code}`);
        return answer.texts;
      },
    },
  ];
}
