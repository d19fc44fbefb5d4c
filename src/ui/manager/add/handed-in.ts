/** What the browser gives of a paste or a drop: the part of `DataTransfer` that counts. */
interface Handed {
  readonly files: Iterable<File>;
  readonly types: Iterable<string>;
  getData(type: string): string;
}

/** What was pasted: pictures, or text. */
export type Pasted =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string };

/**
 * What of a paste is read. Text that goes into a field stays there; a picture goes nowhere else, so that it is read.
 *
 * @param isIntoField the focus is in a field that takes text
 */
export function pastedOf(handed: Handed, isIntoField: boolean): Pasted | undefined {
  const files = [...handed.files];
  if (files.length > 0) return { kind: 'files', files };
  const text = isIntoField ? '' : handed.getData('text/plain');
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** Whether something that is dragged over the page may be a picture. */
export function bringsFiles({ types }: Pick<Handed, 'types'>): boolean {
  return [...types].includes('Files');
}
