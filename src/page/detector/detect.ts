import { candidatesIn } from './candidates.ts';
import { traitsOf } from './collect.ts';
import type { CodeField } from './field.ts';
import { CLEAR_LEAD, kindOf } from './kind.ts';
import { scoreOf, THRESHOLD } from './score.ts';

/** Of a page with more fields than that, the rest is not looked at: no sign-in page has as many. */
const MOST_CANDIDATES = 60;

/**
 * Every field for one-time codes of a document, also those that are hidden, disabled or filled in; in open shadow roots too,
 * and not in frames. It reads, and changes nothing.
 *
 * @param shadowRoots all open ones of the document, where they are known: to look for them takes a walk over the page
 */
export function detectFields(
  root: Document,
  shadowRoots?: Iterable<ShadowRoot>,
): readonly CodeField[] {
  const fields: CodeField[] = [];
  let looks = MOST_CANDIDATES;
  for (const { group, label, inputs, namesIn } of candidatesIn(root, shadowRoots)) {
    looks -= 1;
    if (looks < 0) return fields;
    const traits = traitsOf(group, label, inputs, namesIn);
    const score = scoreOf(traits);
    if (score < THRESHOLD) continue;
    const { kind, isClear } = kindOf(traits);
    fields.push({
      kind,
      score: isClear ? score + CLEAR_LEAD : score,
      purpose: traits.purpose,
      inputs: group,
    });
  }
  return fields;
}
