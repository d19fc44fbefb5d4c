import type { Variant } from './wizard.ts';

const PATHS: readonly [host: string, path: RegExp, variant: Variant][] = [
  ['mysignins.microsoft.com', /^\/register(?:\/|$)/iu, 'registration'],
  ['mysignins.microsoft.com', /^\/security-info(?:\/|$)/iu, 'security-info'],
  ['account.activedirectory.windowsazure.com', /^\/(?:securityinfo\/)?proofup\.aspx$/iu, 'legacy'],
  ['account.live.com', /^\/proofs(?:\/|$)/iu, 'personal'],
];

/** Which of Microsoft's enrolment pages an https address belongs to. It changes without a new document. */
export function variantOf(address: string): Variant | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'https:') return undefined;
  return PATHS.find(([known, path]) => known === host && path.test(pathname))?.[2];
}
