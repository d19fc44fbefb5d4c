/** Of milliseconds, or of whatever was measured. */
export interface Spread {
  readonly median: number;
  readonly quartiles: readonly [number, number];
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)] };
}
