import { openDecoder } from '../qr/page-decoder.ts';
import { putOnClipboard } from './put-on-clipboard.ts';
import type { OffscreenTask } from './task.ts';

/**
 * The document's side of `document.ts`: only our own service worker can post to it. It shares its thread with our
 * other pages, so it decodes in a worker, too.
 */
export function answerTasks(container: ServiceWorkerContainer): void {
  const decoder = openDecoder();
  const perform = (asked: OffscreenTask): Promise<unknown> => {
    switch (asked.kind) {
      case 'decode':
        return decoder.perform(asked.task);
      case 'copy':
        return putOnClipboard(asked.text);
      case 'clear-clipboard':
        return putOnClipboard('');
    }
  };
  container.onmessage = ({ data, ports }: MessageEvent<OffscreenTask>) => {
    void perform(data).then((answer) => ports[0]?.postMessage(answer));
  };
}
