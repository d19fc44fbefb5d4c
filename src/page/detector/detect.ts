import { type Group, groupBoxes } from './boxes.ts';
import { CODE_NAME, CODE_WORD, STRONG_ID, TWO_FACTOR, WEAK_ID } from './code-words.ts';
import { labelOf, labelsIn, traitsOf } from './collect.ts';
import { DECOY_LABEL } from './decoy-words.ts';
import type { CodeField } from './field.ts';
import { fold } from './fold.ts';
import { namesOf } from './form-scope.ts';
import { identifierWords } from './identifiers.ts';
import { CLEAR_LEAD, kindOf } from './kind.ts';
import { remembered } from './remembered.ts';
import { isFullName, scoreOf, THRESHOLD } from './score.ts';
import { inputScopes } from './typed-inputs.ts';

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
  const labelsOf = remembered(labelsIn);
  for (const inputs of inputScopes(root, shadowRoots)) {
    const namesIn = remembered(namesOf);
    for (const group of groupBoxes(inputs)) {
      const own = group[0].getRootNode() as Document | ShadowRoot;
      const label = labelOf(group[0], labelsOf(own), own);
      if (!mayHoldCode(group, label, namesIn)) continue;
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
  }
  return fields;
}

/** Cheap: what it lets through is looked at closely. */
function mayHoldCode(group: Group, label: string, namesIn: typeof namesOf): boolean {
  const [input] = group;
  if (group.length > 1 || input.autocomplete.includes('one-time-code')) return true;
  const said = saidOf(label);
  if (said === 'decoy') return false;
  const names = namesIn(input);
  if (STRONG_ID.test(names) || WEAK_ID.test(names)) return true;
  if (said === 'code') return true;
  if (STRONG_ID.test(identifierWords(input.className))) return true;
  // What is called something else is something else.
  if (label.length > 2) return false;
  const text = fold(justBefore(input));
  return CODE_WORD.test(text) || TWO_FACTOR.test(text) || CODE_NAME.test(text);
}

/** What a label says, as far as it is cheap. */
const saidOf = remembered((label: string) => {
  if (DECOY_LABEL.test(label)) return 'decoy';
  const isCode = CODE_WORD.test(label) || TWO_FACTOR.test(label) || isFullName(label);
  return isCode ? 'code' : 'nothing';
});

/** Characters that are read, and how far it goes for them. */
const LONGEST = 300;
const LEVELS = 4;

/** The text of what stands right before the input, or before one of the elements that it lies in. */
function justBefore(input: HTMLInputElement): string {
  let element: Element | null = input;
  for (let level = 0; element && level < LEVELS; level += 1) {
    const before: Node | null = element.previousSibling;
    const text = before?.textContent?.trim() || element.previousElementSibling?.textContent.trim();
    if (text) return text.slice(-LONGEST);
    element = element.parentElement;
  }
  return '';
}
