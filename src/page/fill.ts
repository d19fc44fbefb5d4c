import { isVisible } from './visible.ts';

/** Whether a code may be put into the field: it is on show, open for input, and empty. */
export function isFillable(field: HTMLInputElement): boolean {
  return (
    field.isConnected &&
    !field.disabled &&
    !field.readOnly &&
    field.value === '' &&
    isVisible(field)
  );
}

/**
 * Puts a code into a field as typing would, and reads it back.
 *
 * The prototype's own setter is used, past anything that stands on the element itself, as React's override of
 * `value` does: a change through that would count as one that React knows already.
 */
export function fill(field: HTMLInputElement, code: string): boolean {
  if (!isFillable(field)) return false;
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field, code);
  field.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      data: code,
      inputType: 'insertText',
    }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field.value === code;
}
