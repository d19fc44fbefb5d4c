/** Hosts on which an account is enrolled (shared/MICROSOFT.md, "Security info wizard"). */
export const ENROLMENT_HOSTS = ['mysignins.microsoft.com'] as const;

/** Hosts on which Entra asks for a code (shared/MICROSOFT.md, "Entra sign-in"). */
export const SIGN_IN_HOSTS = ['login.microsoftonline.com'] as const;

/** The origins that may have the codes of an account enrolled at Microsoft. */
export const SIGN_IN_ORIGINS: readonly string[] = SIGN_IN_HOSTS.map((host) => `https://${host}`);

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

/**
 * The tenant that an address of Microsoft's names, lower case: as the first part of the path
 * (`login.microsoftonline.com/<tenant>/oauth2/…`) or as a parameter (`…/security-info?tenantId=<tenant>`).
 * Undefined where it names none, or by a domain or `common`, which do not identify it.
 */
export function tenantOfUrl(address: string): string | undefined {
  const { pathname, searchParams } = new URL(address);
  const named = [...searchParams]
    .filter(([name]) => /^tenant(?:id)?$/iu.test(name))
    .map(([, value]) => value);
  return [pathname.split('/')[1] ?? '', ...named]
    .map((candidate) => candidate.toLowerCase())
    .find((candidate) => GUID.test(candidate));
}
