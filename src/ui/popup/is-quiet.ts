import type { Enrolment } from './enrolment-cards.ts';

/** Nothing on the tab's page is about an account. */
export function isQuiet({ findings, drive, added, canEnrol }: Enrolment): boolean {
  return findings.length === 0 && !drive && !added && !canEnrol;
}

/** There is nothing to be said of it either. */
export function isSilent(enrolment: Enrolment): boolean {
  return isQuiet(enrolment) && !enrolment.transfer && !enrolment.scanned;
}
