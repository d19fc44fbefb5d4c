import { channelsOf } from './channel.ts';
import { CODE_NAME, CODE_WORD, STRONG_ID, TWO_FACTOR, WEAK_ID } from './code-words.ts';
import { DECOY_LABEL } from './decoy-labels.ts';
import { DECOY_ID, PAIRING, PERSON_ID, PERSON_LABEL } from './decoy-words.ts';
import { isOtherCode } from './other-code.ts';
import { ACCESS_PASS, OF_BANK, RECOVERY } from './other-code-words.ts';
import type { Traits } from './traits.ts';

/** A field is one for codes from here on. */
export const THRESHOLD = 6;

/** Longer is a paragraph, in which words of other fields mean little. */
const LONGEST_LABEL = 120;

/** Autofill's names of what is no code. */
const OTHER_AUTOCOMPLETE =
  /\b(?:cc-[\w-]+|postal-code|tel[\w-]*|email|username|new-password|country[\w-]*|street-address|address-[\w-]+|bday[\w-]*|name|organization|transaction-amount)\b/u;

type Part = (traits: Traits) => number;

const autocomplete: Part = (traits) => {
  if (traits.autocomplete.includes('one-time-code')) return 8;
  if (OTHER_AUTOCOMPLETE.test(traits.autocomplete)) return -10;
  return traits.autocomplete.includes('current-password') ? -4 : 0;
};

const names: Part = (traits) => {
  const own = STRONG_ID.test(traits.names) ? 6 : WEAK_ID.test(traits.names) ? 2 : 0;
  const ofClass = STRONG_ID.test(traits.classes) ? 3 : 0;
  return Math.max(own, ofClass);
};

const label: Part = (traits) => {
  if (isFullName(traits.label)) return 6;
  if (TWO_FACTOR.test(traits.label)) return 5;
  if (CODE_WORD.test(traits.label)) return 3;
  return OTHER_NAME.test(traits.label) ? -5 : 0;
};

/** Words, which are none for a code then; not what stands for its digits. */
const OTHER_NAME = /(?!x{3})\p{L}{3}|[\u3040-\uD7AF]{2}/u;

/** Whether a label says outright that it is about a one-time code. */
function isFullName(text: string): boolean {
  if ([CODE_NAME, RECOVERY, ACCESS_PASS, OF_BANK].some((each) => each.test(text))) return true;
  return CODE_WORD.test(text) && channelsOf(text).size > 0;
}

const around: Part = (traits) => {
  const near = `${traits.hint}\n${traits.before}`;
  const text = CODE_NAME.test(near) ? 3 : CODE_WORD.test(near) ? 2 : 0;
  const isTwoFactor =
    TWO_FACTOR.test(`${near}\n${traits.headings}`) || STRONG_ID.test(traits.places);
  const title = TWO_FACTOR.test(traits.title) || CODE_NAME.test(traits.headings) ? 1 : 0;
  return text + (isTwoFactor ? 3 : 0) + title;
};

const shape: Part = ({ boxes, isNumeric, maxLength, type }) => {
  const numeric = isNumeric ? 1 : 0;
  if (boxes > 1) return numeric + (boxes === 6 || boxes === 8 ? 5 : boxes >= 4 ? 3 : 0);
  const length =
    maxLength === 0 ? 0 : maxLength < 4 ? -6 : maxLength < 6 ? 0 : maxLength <= 8 ? 2 : 0;
  return numeric + length - (type === 'password' ? 3 : 0) - (maxLength > 40 ? 1 : 0);
};

const company: Part = ({ others, hasCaptcha, purpose, boxes }) =>
  (others === 0 ? 2 : others >= 5 && boxes === 1 ? -1 : 0) -
  (hasCaptcha ? 10 : 0) -
  (purpose === 'payment' ? 8 : 0);

const decoys: Part = (traits) => {
  const text = traits.label.length <= LONGEST_LABEL ? traits.label : '';
  const isNamed = STRONG_ID.test(traits.names);
  const isCalled = CODE_NAME.test(text);
  const ofLabel = DECOY_LABEL.test(text) ? 12 : PERSON_LABEL.test(text) && !isCalled ? 10 : 0;
  const ofNames = DECOY_ID.test(traits.names)
    ? 8
    : PERSON_ID.test(traits.names) && !isNamed && !isCalled
      ? 6
      : 0;
  const ofPairing = PAIRING.test(`${traits.before}\n${traits.headings}\n${traits.title}`) ? 8 : 0;
  // Whatever else speaks for one.
  const ofOther = isOtherCode(traits) ? 50 : 0;
  return -ofLabel - ofNames - ofPairing - ofOther;
};

/** How much speaks for a field for one-time codes: a sum of weights, of which no single one but a full name is enough. */
export function scoreOf(traits: Traits): number {
  const parts = [autocomplete, names, label, around, shape, company, decoys];
  return parts.reduce((sum, part) => sum + part(traits), 0);
}
