import { BRANDS, type Brand } from './brands.ts';

/** What issuers put after their name. */
const ENDINGS =
  /\s*(?:,?\s+(?:inc|llc|ltd|gmbh|corp|accounts?|id|login)\.?|\.(?:com|org|net|io|app|co))$/iu;

/** The packaged icon of an issuer, found by its name, or else by a host that its account is bound to. */
export function issuerIcon(issuer: string, origins: readonly string[]): string | undefined {
  const named =
    nameOf(issuer) &&
    (BY_NAME.get(nameOf(issuer)) ?? BY_NAME.get(nameOf(issuer.replace(ENDINGS, ''))));
  if (named) return named.slug;
  for (const origin of origins) {
    const bound = BY_HOST.get(new URL(origin).host);
    if (bound) return bound.slug;
  }
  return undefined;
}

/** Small letters and digits alone: "Battle.net" and "battle net" are one. */
function nameOf(issuer: string): string {
  return issuer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const BY_NAME: ReadonlyMap<string, Brand> = new Map(
  BRANDS.flatMap((brand) => [brand.slug, ...(brand.names ?? [])].map((name) => [name, brand])),
);
const BY_HOST: ReadonlyMap<string, Brand> = new Map(
  BRANDS.flatMap((brand) => (brand.hosts ?? []).map((host) => [host, brand])),
);
