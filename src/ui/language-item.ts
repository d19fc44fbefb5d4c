/** Where `localStorage` keeps the language that the user chose; not there: the browser's own. */
export const LANGUAGE_ITEM = 'countersign:language';
