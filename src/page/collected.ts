import type { Picture } from '../qr/picture.ts';
import type { Rect } from './pictures/rect.ts';

/** Pixels, of the longer side. */
export const MOST_DRAWN = 600;

export const MOST_PICTURES = 24;
export const MOST_RECTS = 64;

/** What a page shows that may be QR codes. */
export interface Collected {
  /** At most {@link MOST_PICTURES}. */
  readonly pictures: readonly Picture[];
  /** Where the tab shows what {@link pictures} were read from; at most {@link MOST_RECTS}, as the next. */
  readonly read: readonly Rect[];
  /** Where the tab shows something whose pixels the page keeps to itself. */
  readonly unread: readonly Rect[];
  /** CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Whether the image that was pointed to is there: then nothing else was looked at. */
  readonly isOneImage: boolean;
}
