import { exactOrigin } from './origin.ts';

/** Hosts on which an account is enrolled (shared/MICROSOFT.md, "Security info wizard", "Personal accounts"). */
export const ENROLMENT_HOSTS = [
  'mysignins.microsoft.com',
  // The page before that one, where an organisation still has it.
  'account.activedirectory.windowsazure.com',
  'account.live.com',
] as const;

/** Hosts on which Entra asks for a code (shared/MICROSOFT.md, "Entra sign-in"). */
export const SIGN_IN_HOSTS = ['login.microsoftonline.com'] as const;

/** The origins that may have the codes of an account enrolled at Microsoft. */
export const SIGN_IN_ORIGINS: readonly string[] = SIGN_IN_HOSTS.map((host) => `https://${host}`);

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
  return isOn(SIGN_IN_HOSTS, address) ? tenantOfSignIn(address) : undefined;
}

function isOn(hosts: readonly string[], address: string): boolean {
  const host = exactOrigin(address)?.host;
  return host !== undefined && hosts.includes(host);
}
