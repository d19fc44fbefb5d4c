/**
 * The relying party of every Countersign passkey, in both browsers.
 *
 * `.invalid` is reserved (RFC 2606, section 2): no web site can be served from it, so no page can
 * ask for this passkey. An extension page may, with the host permission for this host.
 */
export const RELYING_PARTY_ID = 'countersign.invalid';
