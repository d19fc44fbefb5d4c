import type { CodeField } from './detector/field.ts';

/** Characters; a page that takes more says nothing of codes with it. */
const MOST = 20;

/** How many characters fit into the field, where the page says so. */
export function roomIn({ inputs }: CodeField): { readonly room?: number } {
  const [{ maxLength }] = inputs;
  const room = inputs.length > 1 ? inputs.length : maxLength;
  return room >= 1 && room <= MOST ? { room } : {};
}
