import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { DecoderTask } from './decoder-task.ts';
import { readBitmap, readImage } from './image.ts';
import { performTask } from './perform-task.ts';
import { openZxing, type ReadCodes } from './zxing.ts';

let zxing: Promise<ReadCodes> | undefined;

/** Fetches what is packaged with us: the content security policy lets nothing else through. */
async function openPackagedZxing(): Promise<ReadCodes> {
  return openZxing(await (await fetch(wasmUrl)).arrayBuffer());
}

self.onmessage = ({ data, ports }: MessageEvent<DecoderTask>) => {
  const tools = {
    openZxing: () => {
      zxing ??= openPackagedZxing();
      return zxing;
    },
    readImage,
    readBitmap,
    now: () => performance.now(),
  };
  void performTask(data, tools).then((answer) => ports[0]?.postMessage(answer));
};
