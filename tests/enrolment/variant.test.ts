import { expect, test } from 'vitest';
import { variantOf } from '../../src/enrolment/variant.ts';
import type { Variant } from '../../src/enrolment/wizard.ts';
import { ENROLMENT_HOSTS } from '../../src/origins/microsoft.ts';

const LEGACY = 'https://account.activedirectory.windowsazure.com';

test.each<[string, Variant]>([
  ['https://mysignins.microsoft.com/security-info', 'security-info'],
  ['https://mysignins.microsoft.com/security-info/', 'security-info'],
  ['https://mysignins.microsoft.com/Security-Info?tenantId=x#y', 'security-info'],
  ['https://mysignins.microsoft.com/register', 'registration'],
  ['https://mysignins.microsoft.com/register/aad?csrf_token=x', 'registration'],
  [`${LEGACY}/proofup.aspx?culture=en-US`, 'legacy'],
  [`${LEGACY}/securityinfo/ProofUp.aspx`, 'legacy'],
  ['https://account.live.com/proofs/manage/additional', 'personal'],
  ['https://account.live.com/proofs/Add?apt=3', 'personal'],
])('%s is a page of %s', (address, variant) => {
  expect(variantOf(address)).toBe(variant);
});

test.each([
  ['no address', ''],
  ['none either', 'mysignins.microsoft.com/security-info'],
  ['without https', 'http://mysignins.microsoft.com/security-info'],
  ['at another port', 'https://mysignins.microsoft.com:8443/security-info'],
  ['a dot more', 'https://mysignins.microsoft.com./security-info'],
  ['a subdomain', 'https://x.mysignins.microsoft.com/security-info'],
  ['a host that begins so', 'https://mysignins.microsoft.com.evil.example/security-info'],
  ['another host that only names it', 'https://evil.example/security-info'],
  ['a name in the way of a password', 'https://mysignins.microsoft.com@evil.example/security-info'],
  ['a path that begins so', 'https://mysignins.microsoft.com/security-information'],
  ['a path that ends so', 'https://mysignins.microsoft.com/x/security-info'],
  ['the path of another host', 'https://account.live.com/security-info'],
  ['the start page', 'https://mysignins.microsoft.com/'],
  ['a path in the query', 'https://mysignins.microsoft.com/?x=/security-info'],
  ['more after the legacy page', `${LEGACY}/proofup.aspx/x`],
  ['another letter in the place of its dot', `${LEGACY}/proofupxaspx`],
  ['sign-in', 'https://login.microsoftonline.com/register'],
])('%s: %s is none', (_, address) => {
  expect(variantOf(address)).toBeUndefined();
});

test('every host of enrolment has a page, so that none is asked in vain', () => {
  const paths = ['/security-info', '/register', '/proofup.aspx', '/proofs'];
  for (const host of ENROLMENT_HOSTS) {
    const variants = paths.map((path) => variantOf(`https://${host}${path}`));
    expect(variants.some((variant) => variant !== undefined)).toBe(true);
  }
});
