import type { Grey } from './grey.ts';

/**
 * For each pixel the mean shade of the square around it, rounded up, with sums that slide along.
 *
 * @param reach pixels to each side
 */
export function meansOf({ width, height, pixels }: Grey, reach: number): Uint8Array {
  const means = new Uint8Array(width * height);
  const columnSums = new Uint32Array(width);
  const addRow = (row: number) => {
    for (let x = 0, at = row * width; x < width; x += 1, at += 1) {
      columnSums[x] = (columnSums[x] ?? 0) + (pixels[at] ?? 0);
    }
  };
  const dropRow = (row: number) => {
    for (let x = 0, at = row * width; x < width; x += 1, at += 1) {
      columnSums[x] = (columnSums[x] ?? 0) - (pixels[at] ?? 0);
    }
  };
  for (let row = 0; row < Math.min(reach, height); row += 1) addRow(row);
  for (let y = 0; y < height; y += 1) {
    if (y + reach < height) addRow(y + reach);
    if (y - reach - 1 >= 0) dropRow(y - reach - 1);
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(reach, width); x += 1) sum += columnSums[x] ?? 0;
    let columns = Math.min(reach, width);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      if (x + reach < width) {
        sum += columnSums[x + reach] ?? 0;
        columns += 1;
      }
      if (x - reach - 1 >= 0) {
        sum -= columnSums[x - reach - 1] ?? 0;
        columns -= 1;
      }
      means[at] = Math.ceil(sum / (rows * columns));
    }
  }
  return means;
}
