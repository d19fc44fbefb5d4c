import { plain } from './plain-text.ts';

/** Longer is no name: a container that can be clicked holds all the words of what is in it. */
const LONGEST = 200;

/**
 * What an element is called, as `plain` gives it: the rules of browsers (W3C "Accessible Name and Description
 * Computation"), as far as these pages use them.
 */
export function accessibleName(element: Element): string {
  const name = plain(spokenName(element));
  return name.length <= LONGEST ? name : '';
}

function spokenName(element: Element): string {
  const labelledBy = textOf(element, 'aria-labelledby');
  if (labelledBy) return labelledBy;
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    return nameOfField(element);
  }
  const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
  return text.trim() || (element.getAttribute('title') ?? '');
}

function nameOfField(field: HTMLInputElement | HTMLSelectElement): string {
  if (field instanceof HTMLInputElement && /^(?:submit|button)$/u.test(field.type)) {
    return field.value;
  }
  const labels = [...(field.labels ?? [])].map(({ innerText }) => innerText).join(' ');
  return labels.trim() || (field.getAttribute('placeholder') ?? field.title);
}

/** The text of the elements that an attribute names. */
export function textOf(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/u) ?? [];
  return ids
    .map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
}
