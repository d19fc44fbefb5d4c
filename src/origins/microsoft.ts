import { exactOrigin } from './origin.ts';

/** Hosts on which an account is enrolled (shared/MICROSOFT.md, "Security info wizard", "Personal accounts"). */
export const ENROLMENT_HOSTS = [
  'mysignins.microsoft.com',
  // The page before that one, where an organisation still has it.
  'account.activedirectory.windowsazure.com',
  'account.live.com',
] as const;

/** Where Entra asks for a code of a work account (shared/MICROSOFT.md, "Entra sign-in"). */
const ENTRA_HOST = 'login.microsoftonline.com';

/** Where Microsoft asks for that of a personal account (shared/MICROSOFT.md, "Personal accounts"). */
const LIVE_HOST = 'login.live.com';

/** Hosts on which Microsoft asks for a code. */
export const SIGN_IN_HOSTS = [ENTRA_HOST, LIVE_HOST] as const;

/** The origin that may have the codes of a work or guest account. */
export const ENTRA_ORIGIN = `https://${ENTRA_HOST}`;

/** The origin that may have the codes of a personal account. */
export const LIVE_ORIGIN = `https://${LIVE_HOST}`;

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

/**
 * The tenant in which an enrolment page was opened, lower case, where its address says so
 * (`…/security-info?tenantId=<tenant>`).
 */
export function tenantOfEnrolment(address: string): string | undefined {
  const named = [...new URL(address).searchParams]
    .filter(([name]) => /^tenant(?:id)?$/iu.test(name))
    .map(([, value]) => value.toLowerCase());
  return named.find((tenant) => GUID.test(tenant));
}

/**
 * The tenant that is signed in to, lower case: the first part of the path
 * (`login.microsoftonline.com/<tenant>/oauth2/…`). A parameter does not count: whoever made the link chose it.
 * Undefined for a domain or `common`, which do not identify a tenant.
 */
export function tenantOfSignIn(address: string): string | undefined {
  const first = new URL(address).pathname.split('/')[1]?.toLowerCase();
  return first !== undefined && GUID.test(first) ? first : undefined;
}

/** The tenant of an enrolment or sign-in page at Microsoft; undefined for every other site. */
export function tenantOf(address: string): string | undefined {
  if (isOn(ENROLMENT_HOSTS, address)) return tenantOfEnrolment(address);
  return isOn([ENTRA_HOST], address) ? tenantOfSignIn(address) : undefined;
}

function isOn(hosts: readonly string[], address: string): boolean {
  const host = exactOrigin(address)?.host;
  return host !== undefined && hosts.includes(host);
}

/** Whether an origin is one on which Microsoft asks for a code. */
export function isMicrosoftSignIn(origin: string): boolean {
  return origin === ENTRA_ORIGIN || origin === LIVE_ORIGIN;
}
