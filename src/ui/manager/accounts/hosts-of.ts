/**
 * The hosts of origins, as the browser writes them: a name in another script stands in punycode, so that none
 * looks like another one.
 */
export function hostsOf(origins: readonly string[]): string[] {
  return origins.map((origin) => URL.parse(origin)?.host ?? origin);
}
