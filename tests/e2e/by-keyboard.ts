import type { Page } from './browsers/browser.ts';

/** More than any page of ours has stops for the Tab key. */
const MOST_STOPS = 80;

interface Focus {
  readonly isThere: boolean;
  /** Where the focus is, for a failure's message. */
  readonly at: string;
  /** Why a user could not see it; undefined where he can. */
  readonly hidden?: string;
}

/**
 * Presses Tab until the focus is at the one element of a selector, as a user does who has no mouse. At every stop on the
 * way the focus is to be seen.
 */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.waitFor(`a ${selector}`, (wanted) => document.querySelector(wanted), selector);
  const passed: string[] = [];
  for (let stop = 0; stop <= MOST_STOPS; stop += 1) {
    const focus = await page.evaluate(inspectFocus, selector);
    if (focus.hidden !== undefined) throw new Error(`The focus at ${focus.at} ${focus.hidden}`);
    if (focus.isThere) return;
    passed.push(focus.at);
    await page.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}, but to ${passed.slice(0, 12).join(', ')}`);
}

/** Goes there and presses Enter. */
export async function activate(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.press('Enter');
}

/** Goes to a field and types; what stood in it is replaced, as it is selected when Tab comes to it. */
export async function write(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  for (const character of text) await page.press(character);
}

/** Runs in the page. */
function inspectFocus(selector: string): Focus {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) {
    return { isThere: false, at: 'the page' };
  }
  const at = focused.outerHTML.slice(0, 100);
  const isThere = focused.matches(selector);
  // What a script gave the focus, such as a heading, need not look so; what Tab gave it has to.
  if (focused.tabIndex < 0) return { isThere, at };
  // A radio button out of sight shows its focus by its label.
  const shown = focused.matches('.visually-hidden') ? focused.closest('label') : focused;
  if (!shown) return { isThere, at, hidden: 'is out of sight' };
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1) {
    return { isThere, at, hidden: 'has no ring' };
  }
  const { top, bottom, left, right } = shown.getBoundingClientRect();
  const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  if (!isInView) return { isThere, at, hidden: 'is not in view' };
  const hit = document.elementFromPoint(
    Math.max(1, Math.min((left + right) / 2, innerWidth - 1)),
    Math.max(1, Math.min((top + bottom) / 2, innerHeight - 1)),
  );
  const isCovered = hit !== null && !shown.contains(hit) && !hit.contains(shown);
  return { isThere, at, ...(isCovered && { hidden: `lies under ${hit.outerHTML.slice(0, 60)}` }) };
}
