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
