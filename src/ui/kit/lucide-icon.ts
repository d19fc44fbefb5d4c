import { type FunctionComponent, h, type SVGAttributes } from 'preact';
import { useIsPainted } from './use-is-painted.ts';

/** As lucide describes an icon; what it is called and measures does not concern us. */
interface IconData {
  readonly node: readonly (readonly [tag: string, attributes: SVGAttributes])[];
}

/**
 * Takes the place of lucide's own `createLucideIcon` (wxt.config.ts): that one brings 1.4 kB of options and class names
 * along, which is too much for a popup. Its size, line and colour are those of `.icon` in base.css. Its
 * place is there at once, its lines with the frame after the page's first one.
 */
export default function createLucideIcon({ node }: IconData): FunctionComponent<SVGAttributes> {
  return (props) => {
    const isPainted = useIsPainted();
    return h(
      'svg',
      { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', ...props },
      isPainted ? node.map(([tag, attributes]) => h(tag, attributes)) : null,
    );
  };
}
