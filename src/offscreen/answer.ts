import { decodePicture } from '../qr/decode.ts';
import type { Picture } from '../qr/picture.ts';

/** The document's side of `decoder.ts`: only our own service worker can post to it. */
export function answerDecodeRequests(container: ServiceWorkerContainer): void {
  container.onmessage = ({ data, ports }: MessageEvent<readonly Picture[]>) => {
    const texts = data.map(decodePicture).filter((text) => text !== undefined);
    ports[0]?.postMessage(texts);
  };
}
