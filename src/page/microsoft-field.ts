import type { CodeField } from './detector/field.ts';
import { isOnShow } from './on-show.ts';

/** An app's code has 6 to 8 digits. */
const LEAST_BOXES = 6;
const MOST_BOXES = 8;

/** Microsoft's fields for codes are of these types; a password is something else. */
const OPEN_TYPE = /^(?:text|tel|number)$/u;

/** The field that these selectors name: one input, or boxes whose ids end with their numbers. Undefined where it is not plain. */
export function codeFieldOf(part: ParentNode, one: string, boxes: string): CodeField | undefined {
  const inputs = find(part, one) ?? find(part, boxes);
  if (!inputs) return undefined;
  const [first, ...others] = inputs.toSorted((a, b) => numberOf(a) - numberOf(b));
  const isWhole =
    others.length === 0 || (inputs.length >= LEAST_BOXES && inputs.length <= MOST_BOXES);
  return first && isWhole ? { kind: 'app', score: 0, inputs: [first, ...others] } : undefined;
}

function find(part: ParentNode, selector: string): HTMLInputElement[] | undefined {
  const found = [...part.querySelectorAll<HTMLInputElement>(selector)].filter(
    (input) => OPEN_TYPE.test(input.type) && isOnShow(input),
  );
  return found.length > 0 ? found : undefined;
}

function numberOf({ id }: HTMLInputElement): number {
  return Number(/\d+$/u.exec(id)?.[0] ?? 0);
}
