import type { Picture } from '../qr/picture.ts';

/** What the offscreen document does for the worker. */
export type OffscreenTask =
  | { readonly kind: 'decode'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'clear-clipboard' };
