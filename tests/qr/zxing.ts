import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openZxing } from '../../src/qr/zxing.ts';

const WASM = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

/** zxing as the worker has it. */
export const zxing = await openZxing(new Uint8Array(await readFile(WASM)).buffer);
