import { PAYMENT_ID, SIGN_UP_ID } from './decoy-words.ts';
import { identifierWords, LONGEST_NAME, type namesOf } from './identifiers.ts';
import type { FormPurpose } from './traits.ts';

/** More ancestors are not looked at where there is no form. */
const HIGHEST = 8;

/** Fields that lie further off, before or after, are not beside it. */
const NEAREST = 6;

/**
 * What else a person types into in the form; without a form, in the smallest part of the page that has something.
 *
 * @param typed all such inputs of the root that these lie in
 */
export function fieldsBeside(
  inputs: readonly HTMLInputElement[],
  typed: readonly HTMLInputElement[],
  neighbours: readonly HTMLInputElement[],
): readonly HTMLInputElement[] {
  const at = typed.findIndex((input) => inputs.includes(input));
  const others = typed
    .slice(Math.max(0, at - NEAREST), at + inputs.length + NEAREST)
    .filter((input) => !inputs.includes(input));
  const form = inputs[0]?.form;
  if (form) return others.filter((input) => input.form === form);
  let part = inputs[0]?.parentElement;
  for (let level = 0; part && level < HIGHEST; level += 1) {
    const own = part;
    if (neighbours.some((input) => own.contains(input))) {
      return others.filter((input) => own.contains(input));
    }
    part = part.parentElement;
  }
  return [];
}

/** What stands right before and right after: nothing else is closer. */
export function neighboursOf(
  inputs: readonly HTMLInputElement[],
  typed: readonly HTMLInputElement[],
): readonly HTMLInputElement[] {
  const [first, last] = [inputs[0], inputs.at(-1)];
  if (!first || !last) return [];
  const at = [typed.indexOf(first) - 1, typed.indexOf(last) + 1];
  return at.flatMap((place) => typed[place] ?? []);
}

/** Whether the form also signs somebody up, sets a password or takes a payment. */
export function purposeOf(
  inputs: readonly HTMLInputElement[],
  others: readonly HTMLInputElement[],
  namesIn: typeof namesOf,
): FormPurpose | undefined {
  const form = namesOfForm(inputs[0]?.form);
  const isPayment = (input: HTMLInputElement) =>
    /\bcc-/u.test(input.autocomplete) || PAYMENT_ID.test(namesIn(input));
  if (others.some(isPayment) || (others.length > 0 && PAYMENT_ID.test(form))) return 'payment';
  const passwords = others.filter(({ type }) => type === 'password');
  const isNew = others.some(({ autocomplete }) => autocomplete.includes('new-password'));
  const signsUp = others.length > 0 && SIGN_UP_ID.test(form);
  return isNew || passwords.length > 1 || signsUp ? 'sign-up' : undefined;
}

export function namesOfForm(form: HTMLFormElement | null | undefined): string {
  if (!form) return ' ';
  const of = (attribute: string) => form.getAttribute(attribute)?.slice(0, LONGEST_NAME) ?? '';
  const path = of('action').replace(/^\w+:\/\/[^/]*|[?#].*$/gu, '');
  return identifierWords(`${of('id')} ${of('name')} ${of('class')} ${path}`);
}
