import { ORGANISATIONS } from './directory.ts';

export const START_HOST = 'start.contoso.example';
export const LOGIN_HOST = 'login.microsoftonline.com';
export const MY_SIGN_INS_HOST = 'mysignins.microsoft.com';
export const PORTAL_HOSTS = Object.values(ORGANISATIONS).map(({ portalHost }) => portalHost);

export const START_URL = `https://${START_HOST}/`;
export const LOGOUT_URL = `https://${LOGIN_HOST}/logout`;

export function securityInfoPath(tenantId: string): string {
  return `/security-info?tenantId=${tenantId}`;
}
