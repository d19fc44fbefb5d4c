/** Characters that the background takes. */
export const LONGEST_ELSEWHERE = 200;

const SEPARATOR = ', ';

/** One more place where a secret lives, after those that the user has named already. */
export function alsoAt(known: string, place: string): string {
  const added = place.trim();
  const places = known.split(',').map((each) => each.trim().toLowerCase());
  if (added === '' || places.includes(added.toLowerCase())) return known;
  return known === '' ? added : `${known}${SEPARATOR}${added}`;
}

/** Characters that one more place may have. */
export function roomBeside(known: string): number {
  const taken = known === '' ? 0 : known.length + SEPARATOR.length;
  return Math.max(0, LONGEST_ELSEWHERE - taken);
}
