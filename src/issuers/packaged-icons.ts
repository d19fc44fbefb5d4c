import * as simpleIcons from 'simple-icons';
import { optimize } from 'svgo';
import { BRANDS } from './brands.ts';
import { drawIcon } from './draw-icon.ts';
import { issuerIconPath } from './issuer-icon-path.ts';

interface PackagedFile {
  readonly relativeDest: string;
  readonly contents: string;
}

/** The icons of issuers as files of the extension. Run by the build; at the size of a row, one decimal is exact enough. */
export function packagedIcons(): PackagedFile[] {
  const icons = new Map(Object.values(simpleIcons).map((icon) => [icon.slug, icon]));
  return BRANDS.map(({ slug }) => {
    const icon = icons.get(slug);
    if (!icon) throw new Error(`simple-icons has no ${slug} any more`);
    const drawn = drawIcon(icon.path, icon.hex);
    const { data } = optimize(drawn, { floatPrecision: 1, multipass: true });
    return { relativeDest: issuerIconPath(slug), contents: data };
  });
}
