import { base32 } from '../tenant/base32.ts';

/** What pictures show: accounts as people have them, of issuers with an icon of their own and without. */
const ISSUERS: readonly (readonly [issuer: string, account: string, organisation?: string])[] = [
  ['Microsoft', 'admin@contoso.example', 'Contoso'],
  ['GitHub', 'alex-meier'],
  ['Google', 'alex.meier@gmail.example'],
  ['Microsoft', 'alex.meier@fabrikam.example', 'Fabrikam'],
  ['Cloudflare', 'ops@contoso.example'],
  ['GitLab', 'alex'],
  ['Dropbox', 'alex@home.example'],
  ['Northwind Payroll', 'alex@northwind.example'],
  ['PayPal', 'alex@home.example'],
  ['Proton', 'alex.meier@proton.example'],
  ['Discord', 'meier#2041'],
  ['DigitalOcean', 'cloud@contoso.example'],
  ['Microsoft', 'a.meier@woodgrove.example', 'Woodgrove Bank'],
  ['npm', 'alexmeier'],
  ['Stripe', 'finance@contoso.example'],
  ['بريد المدينة', 'alex@madina.example'],
  ['Nextcloud', 'alex@cloud.home.example'],
  ['Bank of the Northern Lights and Adjacent Counties', 'customer-0018446744073709551615'],
  ['1Password', 'alex@home.example'],
  ['Hetzner', 'K0123456789'],
];

export const GROUPS = ['Clients', 'At home'] as const;

/** The addresses (otpauth) of so many accounts, always the same ones. */
export function accountUris(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [issuer, account, organisation] = ISSUERS[index] ?? [
      `Company ${index % 300}`,
      `user${index}@company${index % 300}.example`,
    ];
    const secret = new Uint8Array(20);
    new DataView(secret.buffer).setUint32(0, index + 1);
    const label = [organisation ?? issuer, account].map(encodeURIComponent).join(':');
    return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
  });
}
