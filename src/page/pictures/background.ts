import { load } from './load.ts';
import { draw, type Look, type Source } from './raster.ts';

/** The picture behind an element, where its address holds it; gradients are none. */
export async function lookAtBackground(element: Element): Promise<Look> {
  const { backgroundImage } = getComputedStyle(element);
  if (backgroundImage === 'none') return 'nothing';
  let look: Look = 'nothing';
  for (const [, address] of backgroundImage.matchAll(/url\("([^"]*)"\)/gu)) {
    const image = await load(address ?? '');
    look = image ? draw(asLargeAs(element, image)) : 'unread';
    if (typeof look === 'object') return look;
  }
  return look;
}

/** A vector drawing may have no size of its own. */
function asLargeAs(element: Element, image: HTMLImageElement): Source {
  const { width, height } = element.getBoundingClientRect();
  return {
    image,
    width: image.naturalWidth || width,
    height: image.naturalHeight || height,
  };
}
