/** What is known of a stored generation without opening it. */
export interface StoredGeneration {
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

const NEWEST = 10;
const DAY_MS = 86_400_000;
const DAYS = 30;

/**
 * The generations that may go: neither among the newest 10 nor the last one of a day (UTC) of the past 30.
 *
 * @param now milliseconds since 1970
 */
export function dispensable(stored: readonly StoredGeneration[], now: number): number[] {
  const newestFirst = [...stored].sort((a, b) => b.generation - a.generation);
  const daysKept = new Set<number>();
  return newestFirst
    .filter(({ savedAt }, index) => {
      const day = Math.floor(savedAt / DAY_MS);
      const lastOfItsDay = !daysKept.has(day) && now - savedAt <= DAYS * DAY_MS;
      daysKept.add(day);
      return index >= NEWEST && !lastOfItsDay;
    })
    .map(({ generation }) => generation);
}
