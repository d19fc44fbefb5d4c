/** The pixels of something that may be a QR code. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Base64 of one byte of luminance a pixel, row by row. */
  readonly luminance: string;
}
