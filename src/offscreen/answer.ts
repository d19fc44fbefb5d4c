import { decodePicture } from '../qr/decode.ts';
import { clearClipboardHere } from './clear-clipboard-here.ts';
import type { OffscreenTask } from './task.ts';

/** The document's side of `document.ts`: only our own service worker can post to it. */
export function answerTasks(container: ServiceWorkerContainer): void {
  container.onmessage = ({ data, ports }: MessageEvent<OffscreenTask>) => {
    void perform(data).then((answer) => ports[0]?.postMessage(answer));
  };
}

async function perform(task: OffscreenTask): Promise<unknown> {
  if (task.kind === 'clear-clipboard') return clearClipboardHere();
  return task.pictures.map(decodePicture).filter((text) => text !== undefined);
}
