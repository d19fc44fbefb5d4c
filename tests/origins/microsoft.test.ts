import { describe, expect, it } from 'vitest';
import {
  ENROLMENT_HOSTS,
  SIGN_IN_HOSTS,
  SIGN_IN_ORIGINS,
  tenantOfUrl,
} from '../../src/origins/microsoft.ts';
import { exactOrigin } from '../../src/origins/origin.ts';

const TENANT = '11111111-aaaa-bbbb-cccc-555555555555';
const OTHER = '99999999-aaaa-bbbb-cccc-555555555555';
const LOGIN = 'https://login.microsoftonline.com';
const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';

describe('the hosts of Microsoft', () => {
  it('are exact: no pattern, no path, as the browser writes them', () => {
    for (const host of [...ENROLMENT_HOSTS, ...SIGN_IN_HOSTS]) {
      expect(exactOrigin(`https://${host}`)).toEqual({ origin: `https://${host}`, host });
    }
  });

  it('get codes where one signs in, not where one enrols', () => {
    expect(SIGN_IN_ORIGINS).toEqual(['https://login.microsoftonline.com']);
  });
});

describe('tenantOfUrl', () => {
  it.each([
    ['in the path', `${LOGIN}/${TENANT}/oauth2/v2.0/authorize?client_id=x`],
    ['in the path alone', `${LOGIN}/${TENANT}`],
    ['in capitals', `${LOGIN}/${TENANT.toUpperCase()}/reprocess`],
    ['as a parameter', `${SECURITY_INFO}?tenantId=${TENANT}`],
    ['as a parameter of another case', `${SECURITY_INFO}?x=1&TENANTID=${TENANT.toUpperCase()}`],
    ['as a shorter parameter', `${SECURITY_INFO}?tenant=${TENANT}`],
    ['as a parameter beside common', `${LOGIN}/common/oauth2?tenant=${TENANT}`],
    ['in the path before a parameter', `${LOGIN}/${TENANT}/x?tenant=${OTHER}`],
    ['as a parameter after a domain', `${SECURITY_INFO}?tenant=contoso.example&tenantId=${TENANT}`],
  ])('finds it %s', (_, address) => {
    expect(tenantOfUrl(address)).toBe(TENANT);
  });

  it.each([
    ['nowhere', LOGIN],
    ['as common', `${LOGIN}/common/oauth2/v2.0/authorize`],
    ['as a domain', `${LOGIN}/contoso.example/oauth2/v2.0/authorize`],
    ['deeper in the path', `${LOGIN}/common/${TENANT}`],
    ['as another parameter', `${SECURITY_INFO}?client_id=${TENANT}`],
    ['as the end of a parameter', `${SECURITY_INFO}?hometenantid=${TENANT}`],
    ['in the fragment', `${SECURITY_INFO}#tenantId=${TENANT}`],
    ['with more around it', `${LOGIN}/x${TENANT}/oauth2`],
    ['cut short', `${LOGIN}/${TENANT.slice(1)}/oauth2`],
    ['without its dashes', `${LOGIN}/${TENANT.replaceAll('-', '')}/oauth2`],
  ])('finds none %s', (_, address) => {
    expect(tenantOfUrl(address)).toBeUndefined();
  });
});
