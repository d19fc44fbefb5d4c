import { ORGANISATIONS, PERSONAL } from './directory.ts';

export const START_HOST = 'start.contoso.example';
export const LOGIN_HOST = 'login.microsoftonline.com';
export const MY_SIGN_INS_HOST = 'mysignins.microsoft.com';
export const PORTAL_HOSTS = Object.values(ORGANISATIONS).map(({ portalHost }) => portalHost);
/** The page for security info before My Sign-Ins. */
export const LEGACY_HOST = 'account.activedirectory.windowsazure.com';
/** Personal accounts: who signs in, and the account's own pages. */
export const LIVE_LOGIN_HOST = 'login.live.com';
export const LIVE_ACCOUNT_HOST = PERSONAL.portalHost;
/** An ordinary site with a second factor of its own, and where it has its pictures. */
export const SHOP_HOST = 'shop.contoso.example';
export const CDN_HOST = 'cdn.contoso.example';
/** A site with a second factor of its own, and the host that has the field where a frame is to hold it. */
export const BANK_HOST = 'bank.example';
export const CODES_HOST = 'codes.example';

export const START_URL = `https://${START_HOST}/`;
export const LOGOUT_URL = `https://${LOGIN_HOST}/logout`;
export const LIVE_LOGOUT_URL = `https://${LIVE_LOGIN_HOST}/logout.srf`;

export function securityInfoPath(tenantId: string): string {
  return `/security-info?tenantId=${tenantId}`;
}

/** Where sign-in sends who must register a method first; `ctx` is the sign-in to go back to. */
export function registerPath(tenantId: string, ctx: string): string {
  return `/register?${new URLSearchParams({ tenantId, ctx })}`;
}
