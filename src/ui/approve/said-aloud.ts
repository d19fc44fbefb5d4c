/** Seconds, the later ones first. */
const MOMENTS = [10, 20];

/** The number of seconds that is read out while so many are left; undefined: none yet. */
export function saidAloud(secondsLeft: number): number | undefined {
  return secondsLeft > 0 ? MOMENTS.find((moment) => secondsLeft <= moment) : undefined;
}
