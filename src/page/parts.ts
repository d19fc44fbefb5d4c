import type { Challenges } from './challenges.ts';
import type { Filler } from './filler.ts';
import type { SitePages } from './found.ts';
import type { Refusals } from './refusals.ts';

/** What those have in common who attend one document. */
export interface Parts {
  /** The document's identifier. */
  readonly page: string;
  readonly pages: SitePages;
  readonly challenges: Challenges;
  readonly refusals: Refusals;
  readonly filler: Filler;
  readonly lookAgain: () => void;
}
