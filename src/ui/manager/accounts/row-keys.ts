/**
 * The row that a key leads to; undefined where the key is none of those, or there is none.
 *
 * @param columns how many stand side by side
 */
export function rowAfterKey(
  key: string,
  index: number,
  {
    count,
    columns,
    isRightToLeft,
  }: {
    readonly count: number;
    readonly columns: number;
    readonly isRightToLeft: boolean;
  },
): number | undefined {
  const sideways = isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ...(columns > 1 ? { ArrowRight: sideways, ArrowLeft: -sideways } : {}),
    Home: -index,
    End: count - 1 - index,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return undefined;
  const next = index + step;
  return next >= 0 && next < count ? next : undefined;
}
