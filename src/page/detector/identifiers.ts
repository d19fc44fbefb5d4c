import { remembered } from './remembered.ts';

/**
 * The words of identifiers: camel case, digits and punctuation part them; "2fa" stays one. Between spaces, so that
 * patterns may rely on one at either end.
 */
export const identifierWords = remembered((text: string) => {
  const words = text
    .replace(/[a-z\d](?=[A-Z])|[A-Z](?=[A-Z][a-z])/gu, '$& ')
    .toLowerCase()
    .replace(/2[\W_]?(?=f(?:a|actor)|step)/gu, ' two')
    .replace(/[^a-z]+/gu, ' ')
    .trim();
  return ` ${words} `;
});

/** More of an identifier says nothing. */
export const LONGEST_NAME = 100;

const NAMING = [
  'id',
  'name',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-cy',
  'data-se',
  'formcontrolname',
  'ng-model',
  'data-ng-model',
  'v-model',
] as const;

/** The words of all that names an input to its page's makers. */
export function namesOf(input: Element): string {
  const present = input.getAttributeNames();
  let names = '';
  for (const attribute of NAMING) {
    if (!present.includes(attribute)) continue;
    names += ` ${input.getAttribute(attribute)?.slice(0, LONGEST_NAME)}`;
  }
  return identifierWords(names);
}
