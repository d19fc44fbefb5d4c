/** Where an icon stands in the package: a view in a file of those that begin alike (`packaged-icons.ts`). */
export function issuerIconPath(slug: string): string {
  return `issuers/${slug.slice(0, 1)}.svg#${slug}`;
}
