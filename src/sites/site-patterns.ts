import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from '../origins/microsoft.ts';
import { RELYING_PARTY_ID } from '../passkey/relying-party.ts';

/** The manifest's own hosts: they have content scripts of their own, or none. */
const OWN_HOSTS: ReadonlySet<string> = new Set([
  ...ENROLMENT_HOSTS,
  ...SIGN_IN_HOSTS,
  RELYING_PARTY_ID,
]);

/** Where the site script never runs, whatever the user has granted. */
export const OWN_PATTERNS: readonly string[] = [...OWN_HOSTS].map(patternOf);

const EVERY_SITE = patternOf('*');

/** The browsers' match pattern for all that https serves from a host, on whatever port. */
export function patternOf(host: string): string {
  return `https://${host}/*`;
}

/**
 * The sites among the hosts that we may reach, as match patterns of https alone, each once and in order. A grant of
 * everything (in the browser's settings) swallows the others.
 *
 * @param reach match patterns, as the browser's `permissions` gives them
 */
export function sitePatterns(reach: readonly string[]): string[] {
  const hosts = reach.flatMap((pattern) => hostOf(pattern) ?? []);
  const patterns = new Set(hosts.filter((host) => !OWN_HOSTS.has(host)).map(patternOf));
  return patterns.has(EVERY_SITE) ? [EVERY_SITE] : [...patterns].sort();
}

/** Whether a page is one of the manifest's own hosts. */
export function isOwnPage(address: string): boolean {
  return URL.canParse(address) && OWN_HOSTS.has(new URL(address).hostname);
}

/** `*` for every host, undefined for a pattern without https. */
function hostOf(pattern: string): string | undefined {
  if (pattern === '<all_urls>') return '*';
  return /^(?:\*|https):\/\/([^/]+)\//u.exec(pattern)?.[1];
}
