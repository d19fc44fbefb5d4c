import { isOnShow } from '../on-show.ts';
import type { CodeField } from './field.ts';
import { CLEAR_LEAD } from './kind.ts';

/**
 * The field that an app's code goes into by itself: for codes of an app as far as the page says, on show and empty, and not in a form that
 * signs up or pays. Of several, one must be far ahead; else it cannot be told, and none is filled.
 */
export function fieldToFill(fields: readonly CodeField[]): CodeField | undefined {
  const [best, second] = fields.filter(isOpen).toSorted((one, other) => other.score - one.score);
  if (!best || (second && best.score - second.score < CLEAR_LEAD)) return undefined;
  return best;
}

function isOpen({ kind, purpose, inputs }: CodeField): boolean {
  return kind === 'app' && purpose === undefined && inputs.every(isEmpty) && inputs.every(isOnShow);
}

function isEmpty({ disabled, readOnly, value }: HTMLInputElement): boolean {
  return !disabled && !readOnly && value === '';
}
