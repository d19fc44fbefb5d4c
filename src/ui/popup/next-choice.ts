import type { AccountFinding } from '../enrolment/finding.ts';

/** Which of several accounts comes after one: the next in the list that is not in the vault, from the top again. */
export function nextChoice(accounts: readonly AccountFinding[], after: string): string | undefined {
  const place = accounts.findIndex(({ id }) => id === after);
  const others = [...accounts.slice(place + 1), ...accounts.slice(0, Math.max(place, 0))];
  return others.find(({ state }) => state !== 'known')?.id;
}
