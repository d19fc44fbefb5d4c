import { isVisible } from '../visible.ts';
import { accessibleName, textOf } from './accessible-name.ts';
import {
  CODE_NAME,
  FAILURE,
  FIELD_ERROR,
  FROM_APP,
  OTHER_FIELD,
  SENT,
  WRONG_CODE,
} from './common-table.ts';
import { says } from './phrases.ts';
import { plain } from './plain-text.ts';
import type { WizardTable } from './table.ts';

const FIELDS = 'input:not([type]), input[type="text"], input[type="tel"], input[type="number"]';

/** What tells a field: its words as `plain` gives them, its identifiers as they are. */
export interface FieldWords {
  readonly name: string;
  readonly identifiers: string;
  readonly autocomplete: string;
  /** All text around it. */
  readonly around: string;
}

/** The field for the code of an app; never one for a code that was sent, a number, an address or a captcha. */
export function findCodeInput(part: ParentNode, table: WizardTable, text: string) {
  const isOther = (field: Element) => table.otherCodes.some((selector) => field.matches(selector));
  const fields = [...part.querySelectorAll<HTMLInputElement>('input')].filter(
    (field) => isVisible(field) && !isOther(field),
  );
  const marked = fields.find((field) => table.code.some((selector) => field.matches(selector)));
  const isSent = says(text, [SENT]) && !says(text, [FROM_APP]);
  if (marked) return isSent ? undefined : marked;
  return fields.find((field) => field.matches(FIELDS) && asksForCode(wordsOf(field, text)));
}

function wordsOf(field: HTMLInputElement, around: string): FieldWords {
  return {
    name: accessibleName(field),
    identifiers: `${field.id} ${field.name} ${field.dataset['testid'] ?? ''}`,
    autocomplete: field.autocomplete,
    around,
  };
}

export function asksForCode({ name, identifiers, autocomplete, around }: FieldWords): boolean {
  const words = plain(identifiers.replace(/([a-z\d])([A-Z])/gu, '$1 $2').replace(/[_\-.]/gu, ' '));
  if (says(name, [OTHER_FIELD]) || says(words, [OTHER_FIELD])) return false;
  if (says(around, [SENT]) && !says(around, [FROM_APP])) return false;
  return autocomplete === 'one-time-code' || says(name, [CODE_NAME]) || says(words, [CODE_NAME]);
}

/** What the page says at the field, where it finds fault with it; empty where it does not. */
export function errorAt(field: HTMLInputElement, part: ParentNode): string {
  const shown = [...part.querySelectorAll<HTMLElement>(FIELD_ERROR)]
    .filter(isVisible)
    .map(({ innerText }) => innerText.trim());
  const own = field.getAttribute('aria-invalid') === 'true' ? faultOf(field) : '';
  return [own, ...shown].find((text) => text !== '') ?? '';
}

/** What describes a field may be a hint as well: then its words tell. */
function faultOf(field: HTMLInputElement): string {
  const error = textOf(field, 'aria-errormessage');
  const description = textOf(field, 'aria-describedby');
  return error || (says(plain(description), [WRONG_CODE, FAILURE]) ? description : '');
}
