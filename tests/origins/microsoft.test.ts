import { describe, expect, it } from 'vitest';
import {
  ENROLMENT_HOSTS,
  ENTRA_ORIGIN,
  isMicrosoftSignIn,
  LIVE_ORIGIN,
  SIGN_IN_HOSTS,
  tenantOf,
  tenantOfEnrolment,
  tenantOfSignIn,
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
    expect(SIGN_IN_HOSTS.map((host) => `https://${host}`)).toEqual([ENTRA_ORIGIN, LIVE_ORIGIN]);
    expect(ENTRA_ORIGIN).toBe('https://login.microsoftonline.com');
    expect(LIVE_ORIGIN).toBe('https://login.live.com');
  });

  it.each([
    ['https://login.microsoftonline.com', true],
    ['https://login.live.com', true],
    ['https://mysignins.microsoft.com', false],
    ['https://account.live.com', false],
    ['https://live.com', false],
    ['https://login.live.com.', false],
    ['https://login.live.com:8443', false],
    ['http://login.live.com', false],
    ['https://login.live.com.evil.example', false],
    ['https://xlogin.live.com', false],
    ['https://login.live.com/', false],
    ['', false],
  ])('%s is one on which Microsoft asks for a code: %s', (origin, expected) => {
    expect(isMicrosoftSignIn(origin)).toBe(expected);
  });
});

describe('tenantOfEnrolment', () => {
  it.each([
    ['as a parameter', `${SECURITY_INFO}?tenantId=${TENANT}`],
    ['as a parameter of another case', `${SECURITY_INFO}?x=1&TENANTID=${TENANT.toUpperCase()}`],
    ['as a shorter parameter', `${SECURITY_INFO}?tenant=${TENANT}`],
    ['after a domain', `${SECURITY_INFO}?tenant=contoso.example&tenantId=${TENANT}`],
    ['before another one', `${SECURITY_INFO}?tenantId=${TENANT}&tenantId=${OTHER}`],
    ['whatever the path says', `https://mysignins.microsoft.com/${OTHER}?tenantId=${TENANT}`],
  ])('finds it %s', (_, address) => {
    expect(tenantOfEnrolment(address)).toBe(TENANT);
  });

  it.each([
    ['nowhere', SECURITY_INFO],
    ['in the path', `https://mysignins.microsoft.com/${TENANT}/security-info`],
    ['as a domain', `${SECURITY_INFO}?tenantId=contoso.example`],
    ['as nothing', `${SECURITY_INFO}?tenantId=`],
    ['as another parameter', `${SECURITY_INFO}?client_id=${TENANT}`],
    ['as the end of a parameter', `${SECURITY_INFO}?hometenantid=${TENANT}`],
    ['as the beginning of a parameter', `${SECURITY_INFO}?tenantIdHint=${TENANT}`],
    ['in the fragment', `${SECURITY_INFO}#tenantId=${TENANT}`],
    ['with more around it', `${SECURITY_INFO}?tenantId=x${TENANT}`],
    ['cut short', `${SECURITY_INFO}?tenantId=${TENANT.slice(1)}`],
    ['without its dashes', `${SECURITY_INFO}?tenantId=${TENANT.replaceAll('-', '')}`],
  ])('finds none %s', (_, address) => {
    expect(tenantOfEnrolment(address)).toBeUndefined();
  });
});

describe('tenantOfSignIn', () => {
  it.each([
    ['in the path', `${LOGIN}/${TENANT}/oauth2/v2.0/authorize?client_id=x`],
    ['in the path alone', `${LOGIN}/${TENANT}`],
    ['in capitals', `${LOGIN}/${TENANT.toUpperCase()}/reprocess`],
    ['whatever a parameter says', `${LOGIN}/${TENANT}/x?tenant=${OTHER}&tenantId=${OTHER}`],
  ])('finds it %s', (_, address) => {
    expect(tenantOfSignIn(address)).toBe(TENANT);
  });

  it.each([
    ['nowhere', LOGIN],
    ['as common', `${LOGIN}/common/oauth2/v2.0/authorize`],
    ['as a domain', `${LOGIN}/contoso.example/oauth2/v2.0/authorize`],
    ['as a parameter', `${LOGIN}/?tenantId=${TENANT}`],
    ['as a parameter beside common', `${LOGIN}/common/oauth2?tenant=${TENANT}`],
    ['deeper in the path', `${LOGIN}/common/${TENANT}`],
    ['after an empty part of the path', `${LOGIN}//${TENANT}`],
    ['in the fragment', `${LOGIN}/#/${TENANT}`],
    ['with more around it', `${LOGIN}/x${TENANT}/oauth2`],
    ['cut short', `${LOGIN}/${TENANT.slice(1)}/oauth2`],
    ['without its dashes', `${LOGIN}/${TENANT.replaceAll('-', '')}/oauth2`],
  ])('finds none %s', (_, address) => {
    expect(tenantOfSignIn(address)).toBeUndefined();
  });
});

describe('tenantOf', () => {
  it.each([
    ['enrols', `${SECURITY_INFO}?tenantId=${TENANT}`],
    ['signs in', `${LOGIN}/${TENANT}/login?tenantId=${OTHER}`],
  ])('is that of a page that %s', (_, address) => {
    expect(tenantOf(address)).toBe(TENANT);
  });

  it.each([
    ['no address', ''],
    ['another site', `https://shop.contoso.example/${TENANT}?tenantId=${TENANT}`],
    ['a host that begins so', `https://mysignins.microsoft.com.evil.example/?tenantId=${TENANT}`],
    ['another port', `https://mysignins.microsoft.com:8443/security-info?tenantId=${TENANT}`],
    ['no https', `http://mysignins.microsoft.com/security-info?tenantId=${TENANT}`],
    ['the path of enrolment', `https://mysignins.microsoft.com/${TENANT}`],
    ['the parameter of sign-in', `${LOGIN}/common?tenantId=${TENANT}`],
    ['the path of personal accounts', `https://login.live.com/${TENANT}/oauth20_authorize.srf`],
  ])('is none: %s', (_, address) => {
    expect(tenantOf(address)).toBeUndefined();
  });
});
