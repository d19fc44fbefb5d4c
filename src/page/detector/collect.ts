import type { Group } from './boxes.ts';
import { fold } from './fold.ts';
import { fieldsBeside, type namesOf, namesOfForm, neighboursOf, purposeOf } from './form-scope.ts';
import { identifierWords } from './identifiers.ts';
import { readSurroundings } from './surroundings.ts';
import type { Traits } from './traits.ts';

/** How many ancestors count as the place of a field. */
const LEVELS = 4;

/** More of a class says nothing. */
const LONGEST = 120;

const CONTACT = / (?:phone\w*|mobile\w*|tel|msisdn|e?mail\w*) /u;

/** The labels of one root by the id that they are for: `input.labels` would go through the page for each input. */
export type Labels = ReadonlyMap<string, readonly HTMLLabelElement[]>;

export function labelsIn(root: Document | ShadowRoot): Labels {
  const labels = new Map<string, HTMLLabelElement[]>();
  const found =
    'getElementsByTagName' in root
      ? root.getElementsByTagName('label')
      : root.querySelectorAll('label');
  for (let at = 0; at < found.length; at += 1) {
    const label = found[at];
    if (label?.htmlFor) labels.set(label.htmlFor, [...(labels.get(label.htmlFor) ?? []), label]);
  }
  return labels;
}

/** What an input is called, a line each: what the page writes, and what it says to those who cannot see it. */
export function labelOf(
  input: HTMLInputElement,
  labels: Labels,
  root: Document | ShadowRoot,
): string {
  let label = '';
  const add = (text: string | null) => {
    if (text) label += `\n${text}`;
  };
  for (const written of labels.get(input.id) ?? []) add(oneLine(written.textContent));
  add(oneLine(input.closest('label')?.textContent ?? ''));
  add(input.getAttribute('aria-label'));
  add(textOfIds(input, 'aria-labelledby'));
  add(input.placeholder);
  add(input.title);
  add(labelOfHost(root));
  add(labelOfCell(input));
  return fold(label);
}

function oneLine(text: string): string {
  return text === '' ? '' : text.slice(0, 300).replace(/\s+/gu, ' ').trim();
}

function textOfIds(input: Element, attribute: string): string {
  const ids = input.getAttribute(attribute)?.split(/\s+/u);
  if (!ids) return '';
  const root = input.getRootNode() as Document | ShadowRoot;
  return ids
    .filter((id) => id !== '' && id !== input.id)
    .map((id) => oneLine(root.getElementById(id)?.textContent ?? ''))
    .join(' ');
}

/** A component's element is told the label, and draws it as it likes. */
function labelOfHost(root: Document | ShadowRoot): string {
  if (!('host' in root)) return '';
  const { host } = root;
  const named = ['label', 'aria-label', 'placeholder', 'title'].map((name) =>
    host.getAttribute(name),
  );
  return named.filter((text) => text).join(' ');
}

/** In a table of a form, the cell before says it. */
function labelOfCell(input: Element): string {
  const cell = input.closest('td')?.previousElementSibling;
  return !cell || cell.querySelector('input') ? '' : oneLine(cell.textContent);
}

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
