/**
 * What the background tells everybody: something changed, ask again. It holds nothing, so it may reach
 * any of our pages and content scripts.
 */
export const CHANGED = 'countersign.changed';

/** What the background tells one page: the user wants a code there, now. It holds nothing: the page asks for it. */
export const FILL = 'countersign.fill';
