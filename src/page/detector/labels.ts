import { fold } from './fold.ts';

/** The labels of one root by the id that they are for: `input.labels` would go through the page for each input. */
export type Labels = ReadonlyMap<string, readonly HTMLLabelElement[]>;

export function labelsIn(root: Document | ShadowRoot): Labels {
  const labels = new Map<string, HTMLLabelElement[]>();
  const found =
    'getElementsByTagName' in root
      ? root.getElementsByTagName('label')
      : root.querySelectorAll('label');
  for (let at = 0; at < found.length; at += 1) {
    const label = found[at];
    if (label?.htmlFor) labels.set(label.htmlFor, [...(labels.get(label.htmlFor) ?? []), label]);
  }
  return labels;
}

/** What an input is called, a line each: what the page writes, and what it says to those who cannot see it. */
export function labelOf(
  input: HTMLInputElement,
  labels: Labels,
  root: Document | ShadowRoot,
): string {
  let label = '';
  const add = (text: string | null) => {
    if (text) label += `\n${text}`;
  };
  for (const written of labels.get(input.id) ?? []) add(oneLine(written.textContent));
  add(oneLine(input.closest('label')?.textContent ?? ''));
  add(input.getAttribute('aria-label'));
  add(textOfIds(input, 'aria-labelledby'));
  add(input.placeholder);
  add(input.title);
  add(labelOfHost(root));
  add(labelOfCell(input));
  return fold(label);
}

export function oneLine(text: string): string {
  return text === '' ? '' : text.slice(0, 300).replace(/\s+/gu, ' ').trim();
}

export function textOfIds(input: Element, attribute: string): string {
  const ids = input.getAttribute(attribute)?.split(/\s+/u);
  if (!ids) return '';
  const root = input.getRootNode() as Document | ShadowRoot;
  return ids
    .filter((id) => id !== '' && id !== input.id)
    .map((id) => oneLine(root.getElementById(id)?.textContent ?? ''))
    .join(' ');
}

/** A component's element is told the label, and draws it as it likes. */
function labelOfHost(root: Document | ShadowRoot): string {
  if (!('host' in root)) return '';
  const { host } = root;
  const named = ['label', 'aria-label', 'placeholder', 'title'].map((name) =>
    host.getAttribute(name),
  );
  return named.filter((text) => text).join(' ');
}

/** In a table of a form, the cell before says it. */
function labelOfCell(input: Element): string {
  const cell = input.closest('td')?.previousElementSibling;
  return !cell || cell.querySelector('input') ? '' : oneLine(cell.textContent);
}
