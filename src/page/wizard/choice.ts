import type { Control } from '../../enrolment/wizard.ts';
import { isVisible } from '../visible.ts';
import { accessibleName } from './accessible-name.ts';
import { says } from './phrases.ts';
import { plain } from './plain-text.ts';
import type { ControlMarks, WizardTable } from './table.ts';

const BUTTONS =
  'button, a, [role="button"], [role="link"], [role="menuitem"], input[type="submit"], input[type="button"]';

/** Radio buttons are often drawn by their label, themselves unseen. */
const CHOICES = `${BUTTONS}, [role="radio"], [role="option"], input[type="radio"], input[type="checkbox"], option`;

/** Lists that show their options when they are opened. */
const LISTS = '[role="combobox"], [aria-haspopup="listbox"]';

/** Frames until a list that was opened must show its options. */
const FRAMES = 30;

/**
 * Finds the element by which a control can be chosen now; one that is chosen already is none. What it finds holds for one
 * look at the page: it remembers.
 */
export function choiceFinder(
  part: ParentNode,
  table: WizardTable,
): (control: Control) => Element | undefined {
  const found = new Map<Control, Element | undefined>();
  const names = new Map<Element, string>();
  const nameOf = (element: Element): string => {
    const name = names.get(element) ?? accessibleName(element);
    names.set(element, name);
    return name;
  };
  return (control) => {
    const marks = table.controls[control];
    if (marks && !found.has(control)) found.set(control, findChoice(part, marks, nameOf));
    return found.get(control);
  };
}

type NameOf = (element: Element) => string;

function findChoice(part: ParentNode, marks: ControlMarks, nameOf: NameOf): Element | undefined {
  const marked = marks.selectors?.flatMap((selector) => [...part.querySelectorAll(selector)]);
  return marked?.find(isOpen) ?? findByName(part, marks, nameOf) ?? findByLooks(part, marks);
}

/** One of several would be a guess. */
function findByLooks(part: ParentNode, { looks }: ControlMarks): Element | undefined {
  if (!looks) return undefined;
  const [alike, ...others] = [...part.querySelectorAll(looks)].filter(isShown);
  return alike && others.length === 0 && isOpen(alike) ? alike : undefined;
}

function findByName(part: ParentNode, marks: ControlMarks, nameOf: NameOf): Element | undefined {
  const elements = [...part.querySelectorAll(marks.isChoice ? CHOICES : BUTTONS)];
  // In the order of the names: the first one that is there is meant.
  for (const name of marks.names) {
    const named = elements.find((element) => says(nameOf(element), [name]) && isOpen(element));
    if (named) return named;
  }
  return marks.inList ? findList(part, marks) : undefined;
}

/** The one list of the page, where it does not show this choice already. What it holds is in no page before it is opened. */
function findList(part: ParentNode, { names }: ControlMarks): Element | undefined {
  const [list, ...others] = [...part.querySelectorAll<HTMLElement>(LISTS)].filter(isOpen);
  return list && others.length === 0 && !says(plain(list.innerText), names) ? list : undefined;
}

/** Chooses it, as a click of the user would; never anything that the table does not name. */
export async function choose(element: Element, marks: ControlMarks): Promise<void> {
  if (element instanceof HTMLOptionElement) return chooseOption(element);
  if (!(element instanceof HTMLElement)) return;
  element.click();
  if (element.matches(LISTS)) await chooseListed(element.ownerDocument, marks);
}

function chooseOption(option: HTMLOptionElement): void {
  const list = option.closest('select');
  if (!list) return;
  option.selected = true;
  list.dispatchEvent(new Event('input', { bubbles: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The options of such a list appear somewhere else in the page, a few frames later. */
async function chooseListed(page: Document, { names }: ControlMarks): Promise<void> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const option = [...page.querySelectorAll('[role="option"]')]
      .filter(isOpen)
      .find((each) => says(accessibleName(each), names));
    if (option instanceof HTMLElement) return option.click();
  }
}

function isOpen(element: Element): boolean {
  return isShown(element) && !isDisabled(element) && !isMade(element) && staysHere(element);
}

function isShown(element: Element): boolean {
  if (element instanceof HTMLOptionElement) {
    const list = element.closest('select');
    return list !== null && isVisible(list);
  }
  if (isVisible(element)) return true;
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return labels.some(isVisible);
}

function isDisabled(element: Element): boolean {
  return element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null;
}

function isMade(element: Element): boolean {
  if (element instanceof HTMLOptionElement) return element.selected;
  if (element instanceof HTMLInputElement && element.checked) return true;
  return element.matches('[aria-checked="true"], [aria-selected="true"]');
}

/** Links to help pages are called like what they explain. */
function staysHere(element: Element): boolean {
  if (!(element instanceof HTMLAnchorElement) || !/^https?:$/u.test(element.protocol)) return true;
  return element.host === location.host && element.target !== '_blank';
}
