import type { Control } from '../../enrolment/wizard.ts';
import { isVisible } from '../visible.ts';
import { choiceFinder } from './choice.ts';
import { errorAt, findCodeInput } from './code-input.ts';
import { ALERT, BUSY, TITLE } from './common-table.ts';
import type { Sight } from './decide.ts';
import { plain } from './plain-text.ts';
import { showsSquarePicture } from './square-picture.ts';
import type { WizardTable } from './table.ts';

/** Characters of a text that are looked at: a wizard has few words. */
const LONGEST_TEXT = 20_000;

/** What one part of the page shows, and its field for the code. */
export interface PartSight {
  readonly sight: Sight;
  readonly field: HTMLInputElement | undefined;
  readonly find: (control: Control) => Element | undefined;
}

/** Looks at a part of the page. `isOurs` says whether our code stands in a field. */
export function lookAt(
  part: HTMLElement,
  table: WizardTable,
  isOurs: (field: HTMLInputElement) => boolean,
): PartSight {
  const page = part.ownerDocument;
  const text = plain(part.innerText.slice(0, LONGEST_TEXT));
  const field = findCodeInput(part, table, text);
  const find = choiceFinder(part, table);
  return {
    field,
    find,
    sight: {
      titles: textsOf(part, TITLE),
      text,
      alerts: textsOf(page, ALERT),
      hasCodeField: field !== undefined,
      fieldError: field ? plain(errorAt(field, part)) : '',
      filled: field !== undefined && isOurs(field),
      shows: (selector) => isShownIn(part, selector),
      showsAnywhere: (selector) => isShownIn(page, selector),
      has: (selector) => page.querySelector(selector) !== null,
      offers: (control) => find(control) !== undefined,
      showsPicture: () => showsSquarePicture(part),
      hasInput: () => [...part.querySelectorAll('input')].some(isVisible),
      isBusy: () => [...part.querySelectorAll(BUSY)].some(isVisible),
    },
  };
}

function isShownIn(part: ParentNode, selector: string): boolean {
  return [...part.querySelectorAll(selector)].some(isVisible);
}

function textsOf(part: ParentNode, selector: string): string[] {
  return [...part.querySelectorAll<HTMLElement>(selector)]
    .filter(isVisible)
    .map(({ innerText }) => plain(innerText))
    .filter((text) => text !== '');
}
