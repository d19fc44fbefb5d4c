import type { CodeField } from './detector/field.ts';
import { isOnShow } from './on-show.ts';

/** Whether the page asks for a password. */
export function isPasswordOnShow(): boolean {
  return passwordsIn(document).length > 0;
}

/**
 * Whether a password is to be typed into the same form first: a code would grow old meanwhile, an approval would come in
 * between, and the form would be sent with half of it.
 */
export function waitsForPassword({ inputs }: CodeField): boolean {
  const [{ form }] = inputs;
  const root = inputs[0].getRootNode() as Document | ShadowRoot;
  return passwordsIn(root).some(
    (input) =>
      input.form === form &&
      !inputs.includes(input) &&
      (isEmpty(input) || input === root.activeElement),
  );
}

function passwordsIn(root: Document | ShadowRoot): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[type="password"]')].filter(isOnShow);
}

/** What Chromium fills in stays hidden until the user does something in the page. */
function isEmpty(input: HTMLInputElement): boolean {
  return input.value === '' && !input.matches(':autofill');
}
