import type { DecoderTask } from '../qr/decoder-task.ts';

/** What the offscreen document does for the worker. */
export type OffscreenTask =
  | { readonly kind: 'decode'; readonly task: DecoderTask }
  | { readonly kind: 'clear-clipboard' }
  | { readonly kind: 'copy'; readonly text: string };
