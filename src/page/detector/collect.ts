import type { Group } from './boxes.ts';
import { fold } from './fold.ts';
import { fieldsBeside, namesOfForm, neighboursOf, purposeOf } from './form-scope.ts';
import { identifierWords, type namesOf } from './identifiers.ts';
import { oneLine, textOfIds } from './labels.ts';
import { readSurroundings } from './surroundings.ts';
import type { Traits } from './traits.ts';

/** How many ancestors count as the place of a field. */
const LEVELS = 4;

/** More of a class says nothing. */
const LONGEST = 120;

const CONTACT = / (?:phone\w*|mobile\w*|tel|msisdn|e?mail\w*) /u;

/** All that is known of a field. */
export function traitsOf(
  group: Group,
  label: string,
  typed: readonly HTMLInputElement[],
  namesIn: typeof namesOf,
): Traits {
  const [first] = group;
  const last = group.at(-1) ?? first;
  const around = readSurroundings(first, last, new Set<Element>(group));
  const neighbours = neighboursOf(group, typed);
  const others = fieldsBeside(group, typed, neighbours);
  const places = placesOf(group, neighbours);
  return {
    type: first.type,
    autocomplete: first.autocomplete.toLowerCase(),
    maxLength: Math.max(first.maxLength, 0),
    isNumeric: isNumeric(first),
    boxes: group.length,
    names: namesOfGroup(group, namesIn),
    classes: identifierWords(first.className.slice(0, LONGEST)),
    places,
    label: group.length > 1 ? `${label}\n${fold(labelOfGroup(group))}` : label,
    hint: fold(textOfIds(first, 'aria-describedby')),
    before: fold(around.before),
    after: fold(around.after),
    headings: fold(around.headings),
    offers: fold(around.offers),
    offerNames: identifierWords(around.offerNames),
    title: fold(first.ownerDocument.title.slice(0, LONGEST)),
    others: others.length,
    hasCaptcha: around.hasCaptcha || / captcha\w* /u.test(places),
    hasContact: others.some((input) => isContact(input, namesIn)),
    hasPassword: others.some(({ type }) => type === 'password'),
    purpose: purposeOf(group, others, namesIn),
  };
}

function isNumeric({ type, inputMode, pattern }: HTMLInputElement): boolean {
  return (
    type === 'tel' ||
    type === 'number' ||
    inputMode === 'numeric' ||
    inputMode === 'decimal' ||
    inputMode === 'tel' ||
    /\\d|0-9/u.test(pattern)
  );
}

function namesOfGroup(group: Group, namesIn: typeof namesOf): string {
  const { host } = group[0].getRootNode() as Partial<ShadowRoot>;
  return namesIn(group[0]) + (host ? namesIn(host) : '');
}

function labelOfGroup([first]: Group): string {
  const group = first.closest('fieldset,[role="group"]');
  if (!group) return '';
  const legend = group.querySelector('legend')?.textContent ?? '';
  return [
    oneLine(legend),
    group.getAttribute('aria-label') ?? '',
    textOfIds(group, 'aria-labelledby'),
  ].join('\n');
}

/** Where the part holds no other field, what it is called is meant for this one. */
function placesOf(group: Group, neighbours: readonly Element[]): string {
  const words: string[] = [];
  let part = group[0].parentElement;
  for (let level = 0; part && level < LEVELS; level += 1) {
    const own = part;
    if (neighbours.some((neighbour) => own.contains(neighbour))) break;
    words.push(part.id, part.getAttribute('class') ?? '', part.getAttribute('data-testid') ?? '');
    part = part.parentElement;
  }
  return (
    identifierWords(words.map((word) => word.slice(0, LONGEST)).join(' ')) +
    namesOfForm(group[0].form)
  );
}

function isContact(input: HTMLInputElement, namesIn: typeof namesOf): boolean {
  return input.type === 'tel' || input.type === 'email' || CONTACT.test(namesIn(input));
}
