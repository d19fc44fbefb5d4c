/** Where `storage.session` keeps the sentences that the popup begins with. */
export const WORDS = 'popup.words';
