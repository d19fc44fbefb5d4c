const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** By name, since what stands in a frame is an instance of that frame's classes. */
export function isHtml<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  ...names: readonly Name[]
): element is HTMLElementTagNameMap[Name] {
  return element.namespaceURI === HTML && names.some((name) => name === element.localName);
}

export function isSvg(element: Element): element is SVGElement {
  return element.namespaceURI === SVG;
}

/** A drawing that stands in a page, not inside another one. */
export function isDrawing(element: Element): element is SVGSVGElement {
  return isSvg(element) && element.localName === 'svg' && element.ownerSVGElement === null;
}
