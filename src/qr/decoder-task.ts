import type { FaultCode } from '../fault.ts';
import type { Frame } from './frame.ts';
import type { Cut } from './grey.ts';
import type { Picture } from './picture.ts';

/** What the decoder's worker does. */
export type DecoderTask =
  /** Elements of a page that seem to hold a code. */
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  | {
      /** A file or a screenshot. */
      readonly kind: 'image';
      readonly image: Blob;
      /** Where to look first, in its pixels. */
      readonly cuts: readonly Cut[];
      /** To look nowhere else, also where the cuts give nothing. */
      readonly onlyCuts: boolean;
    }
  /** One of many frames of a camera. */
  | { readonly kind: 'glimpse'; readonly frame: ImageBitmap | Frame };

/** What comes back: errors are data. */
export type DecoderAnswer =
  | {
      readonly ok: true;
      readonly texts: readonly string[];
      /** Milliseconds from pixels to texts. */
      readonly ms: number;
    }
  | { readonly ok: false; readonly code: FaultCode };
