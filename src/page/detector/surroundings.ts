import { isTyped } from './typed-inputs.ts';

/** What a person reads around a field, a line each, and not folded yet. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly headings: string;
  readonly offers: string;
  /** The identifiers of what can be clicked, as they are. */
  readonly offerNames: string;
  readonly hasCaptcha: boolean;
}

/** As far as one looks: characters and nodes. What a page says of a field stands before it, most often. */
const BEFORE = { characters: 500, nodes: 80 };
const AFTER = { characters: 280, nodes: 45 };

/** What is part of a line of text. */
const INLINE = setOf(
  'a abbr b bdi bdo br cite code em font i mark small span strong sub sup time u wbr',
);

/** NodeFilter's SHOW_ELEMENT and SHOW_TEXT. */
const ELEMENTS_AND_TEXTS = 5;

/** Elements whose text is nothing to a reader of the form. */
const SKIPPED = setOf('script style noscript template svg select datalist footer nav');
const OFFERS = setOf('a button summary');
const OFFER_ROLES = setOf('button link tab option menuitem');
const HEADINGS = setOf('h1 h2 h3 h4 h5 h6 legend caption');

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** A picture to be typed out; the widgets that look at the user instead have no field. */
const CAPTCHA = /(?<!re|h|fun)captcha/iu;
const CAPTCHA_PICTURE = /captcha|(?:v|check|verify|valid\w*|auth|rand)_?-?code|yzm/iu;

/** Elements next to the field among which a captcha's picture is looked for. */
const NEXT_ELEMENTS = 12;

interface Line {
  readonly part: Element;
  readonly role: 'text' | 'offer' | 'heading';
  text: string;
}

/** What the text in an element is; without a role, the label of this or of another field, or nothing that is read. */
interface Meaning {
  readonly role?: Line['role'];
  /** The element that says so. */
  readonly of?: Element;
}

interface Walk {
  /** Of elements that were met. */
  readonly meanings: Map<Element, Meaning>;
  readonly lines: Line[];
  readonly offers: Set<Element>;
  hasCaptcha: boolean;
  /** Whether it ended at another field, whose label was read last then. */
  isCut: boolean;
}

/** Reads what stands around one input, or the boxes of one code, as long as no other field comes. */
export function readSurroundings(
  first: HTMLInputElement,
  last: HTMLInputElement,
  own: ReadonlySet<Element>,
): Surroundings {
  const meanings = new Map<Element, Meaning>();
  const back = walk(first, 'previousNode', BEFORE, own, meanings);
  const on = walk(last, 'nextNode', AFTER, own, meanings);
  if (on.isCut) on.lines.pop();
  back.lines.reverse();
  const lines = [...back.lines, ...on.lines];
  const ofRole = (role: Line['role'], from = lines) =>
    from
      .filter((line) => line.role === role)
      .map(({ text }) => text)
      .join('\n');
  return {
    before: ofRole('text', back.lines),
    after: ofRole('text', on.lines),
    headings: ofRole('heading', back.lines),
    offers: ofRole('offer'),
    offerNames: [...back.offers, ...on.offers].map(namesOfOffer).join(' '),
    hasCaptcha: back.hasCaptcha || on.hasCaptcha,
  };
}

/** Walks in the order of the document, out of shadow roots too. */
function walk(
  start: Element,
  step: 'previousNode' | 'nextNode',
  limit: { readonly characters: number; readonly nodes: number },
  own: ReadonlySet<Element>,
  meanings: Map<Element, Meaning>,
): Walk {
  const found: Walk = {
    meanings,
    lines: [],
    offers: new Set(),
    hasCaptcha: false,
    isCut: false,
  };
  const isShown = start.checkVisibility();
  let { characters, nodes } = limit;
  let elements = 0;
  let from: Element | undefined = start;
  while (from) {
    const root: Node = from.getRootNode();
    const walker = start.ownerDocument.createTreeWalker(root, ELEMENTS_AND_TEXTS);
    walker.currentNode = from;
    for (let node = walker[step](); node; node = walker[step]()) {
      nodes -= 1;
      if (nodes < 0 || characters < 0) return found;
      if (isText(node)) {
        characters -= addText(found, node, step, own, isShown);
        continue;
      }
      if (!isElement(node)) continue;
      if (node.localName === 'input') {
        addButton(found, node as HTMLInputElement);
        if (isOtherField(node as HTMLInputElement, own, isShown)) {
          found.isCut = true;
          return found;
        }
      }
      elements += 1;
      if (elements <= NEXT_ELEMENTS) found.hasCaptcha ||= isCaptcha(node);
    }
    from = (root as Partial<ShadowRoot>).host;
  }
  return found;
}

const BUTTONS: ReadonlySet<string> = new Set(['button', 'submit', 'reset']);

/** A button that is an input holds no text. */
function addButton({ lines, offers }: Walk, input: HTMLInputElement): void {
  if (!BUTTONS.has(input.type)) return;
  offers.add(input);
  lines.push({ part: input, role: 'offer', text: input.value });
}

function namesOfOffer(element: Element): string {
  return `${element.id} ${element.getAttribute('name') ?? ''} ${element.getAttribute('class') ?? ''}`;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isOtherField(
  input: HTMLInputElement,
  own: ReadonlySet<Element>,
  isShown: boolean,
): boolean {
  return !own.has(input) && isTyped(input) && (isShown || input.type !== 'hidden');
}

function isCaptcha(element: Element): boolean {
  const words = `${element.id} ${element.getAttribute('class') ?? ''}`;
  if (CAPTCHA.test(words)) return true;
  if (element.localName !== 'img' && element.localName !== 'canvas') return false;
  const picture = `${words} ${element.getAttribute('src')?.slice(0, 200) ?? ''} ${element.getAttribute('alt') ?? ''}`;
  return CAPTCHA_PICTURE.test(picture);
}

/** Gives the number of characters. */
function addText(
  { meanings, lines, offers }: Walk,
  node: Text,
  step: 'previousNode' | 'nextNode',
  own: ReadonlySet<Element>,
  isShown: boolean,
): number {
  const text = node.data.slice(0, BEFORE.characters).trim();
  const parent = node.parentElement;
  if (text === '' || !parent) return 0;
  const { role, of } = meaningOf(parent, own, meanings);
  if (!role) return 0;
  const part = partOf(parent);
  const line = lines.at(-1);
  if (line && line.part === part && line.role === role) {
    line.text = step === 'nextNode' ? `${line.text} ${text}` : `${text} ${line.text}`;
  } else {
    // Of a field that is not shown, what lies around it is not shown either, and read nevertheless.
    if (isShown && !part.checkVisibility({ visibilityProperty: true })) return 0;
    lines.push({ part, role, text });
  }
  if (role === 'offer' && of) offers.add(of);
  return text.length;
}

function partOf(parent: Element): Element {
  let part = parent;
  while (part.parentElement && INLINE.has(part.localName)) part = part.parentElement;
  return part;
}

/** As the closest element says it that says something. */
function meaningOf(
  element: Element | null,
  own: ReadonlySet<Element>,
  known: Map<Element, Meaning>,
): Meaning {
  if (!element) return { role: 'text' };
  let meaning = known.get(element);
  if (!meaning) {
    meaning = ownMeaningOf(element, own) ?? meaningOf(element.parentElement, own, known);
    known.set(element, meaning);
  }
  return meaning;
}

function ownMeaningOf(element: Element, own: ReadonlySet<Element>): Meaning | undefined {
  const { localName } = element;
  if (SKIPPED.has(localName)) return {};
  const role = element.getAttribute('role') ?? '';
  if (HEADINGS.has(localName) || role === 'heading') return { role: 'heading' };
  if (localName === 'label') return ofLabel(element as HTMLLabelElement, own);
  const isOpenTab = role === 'tab' && element.ariaSelected === 'true';
  const isOffer = OFFERS.has(localName) || (OFFER_ROLES.has(role) && !isOpenTab);
  return isOffer ? { role: 'offer', of: element } : undefined;
}

/** A choice that is not taken is an offer. */
function ofLabel(label: HTMLLabelElement, own: ReadonlySet<Element>): Meaning {
  const control = label.control as HTMLInputElement | null;
  if (!control) return { role: 'text' };
  const isChoice = control.type === 'checkbox' || control.type === 'radio';
  if (own.has(control) || !isChoice) return {};
  const isTaken = control.type === 'radio' && control.checked;
  return isTaken ? { role: 'text' } : { role: 'offer', of: label };
}
