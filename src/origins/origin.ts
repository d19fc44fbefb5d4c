/** An https origin and its host, both as the browser serialises them. */
export interface ExactOrigin {
  readonly origin: string;
  readonly host: string;
}

/**
 * The https origin of an address, for comparison by equality; undefined for any other scheme and for what
 * is no address. A trailing dot, a port or a sub-domain makes another origin, as in the browser.
 */
export function exactOrigin(address: string | undefined): ExactOrigin | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin, host } = new URL(address);
  return protocol === 'https:' ? { origin, host } : undefined;
}
