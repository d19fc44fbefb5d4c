import * as simpleIcons from 'simple-icons';
import { optimize } from 'svgo';
import { BRANDS } from './brands.ts';
import { drawIcon, SIDE } from './draw-icon.ts';
import { issuerIconPath } from './issuer-icon-path.ts';

interface PackagedFile {
  readonly relativeDest: string;
  readonly contents: string;
}

/**
 * The icons of issuers as files of the extension, each a stack of those that begin alike, one view (SVG 2, 16.4 "Linking into
 * SVG content") an icon: as files of their own they would take more than twice as much of the package. Run by the build.
 */
export function packagedIcons(): PackagedFile[] {
  const icons = new Map(Object.values(simpleIcons).map((icon) => [icon.slug, icon]));
  const stacks = new Map<string, string[]>();
  for (const { slug } of BRANDS) {
    const icon = icons.get(slug);
    if (!icon) throw new Error(`simple-icons has no ${slug} any more`);
    const [file = ''] = issuerIconPath(slug).split('#');
    const stack = stacks.get(file) ?? [];
    const top = stack.length * SIDE;
    const drawn = squeezed(drawIcon(icon.path, icon.hex));
    stack.push(
      `<view id="${slug}" viewBox="0 ${top} ${SIDE} ${SIDE}"/><g transform="translate(0 ${top})">${drawn}</g>`,
    );
    stacks.set(file, stack);
  }
  return Array.from(stacks, ([relativeDest, stack]) => ({
    relativeDest,
    contents: `${opening(stack.length)}${stack.join('')}</svg>`,
  }));
}

/** At the size of a row, one decimal is exact enough. */
function squeezed(drawing: string): string {
  const { data } = optimize(`${opening(1)}${drawing}</svg>`, {
    floatPrecision: 1,
    multipass: true,
  });
  return data.replace(/^<svg[^>]*>|<\/svg>$/gu, '');
}

function opening(icons: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE * icons}">`;
}
