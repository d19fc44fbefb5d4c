import { type Group, groupBoxes } from './boxes.ts';
import { CODE_NAME, CODE_WORD, STRONG_ID, TWO_FACTOR, WEAK_ID } from './code-words.ts';
import { DECOY_LABEL } from './decoy-labels.ts';
import { fold } from './fold.ts';
import { identifierWords, namesOf } from './identifiers.ts';
import { labelOf, labelsIn } from './labels.ts';
import { ACCESS_PASS, OF_BANK, RECOVERY } from './other-code-words.ts';
import { remembered } from './remembered.ts';
import { inputScopes } from './typed-inputs.ts';

/** What may be a field for a code, as far as it is cheap to tell. */
interface Candidate {
  readonly group: Group;
  readonly label: string;
  /** All that a person types into, of the same root. */
  readonly inputs: readonly HTMLInputElement[];
  /** Of elements of that root. */
  readonly namesIn: typeof namesOf;
}

/**
 * All candidates of a document and its open shadow roots, in order.
 *
 * @param shadowRoots all open ones of the document, where they are known: to look for them takes a walk over the page
 */
export function* candidatesIn(
  root: Document,
  shadowRoots?: Iterable<ShadowRoot>,
): Generator<Candidate> {
  const labelsOf = remembered(labelsIn);
  for (const inputs of inputScopes(root, shadowRoots)) {
    const namesIn = remembered(namesOf);
    for (const group of groupBoxes(inputs)) {
      const own = group[0].getRootNode() as Document | ShadowRoot;
      const label = labelOf(group[0], labelsOf(own), own);
      if (mayHoldCode(group, label, namesIn)) yield { group, label, inputs, namesIn };
    }
  }
}

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
  const isCode = [CODE_WORD, TWO_FACTOR, CODE_NAME, RECOVERY, ACCESS_PASS, OF_BANK].some((each) =>
    each.test(label),
  );
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
