/** Where an icon stands in the package; the build puts it there (`packaged-icons.ts`). */
export function issuerIconPath(slug: string): string {
  return `issuers/${slug}.svg`;
}
