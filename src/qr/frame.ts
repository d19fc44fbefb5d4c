/** A picture as its pixels: four bytes each (red, green, blue, alpha), row by row. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}
