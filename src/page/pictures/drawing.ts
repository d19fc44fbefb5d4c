import { load } from './load.ts';
import { draw, type Look } from './raster.ts';

/** What a style sheet of the page may say of a drawing, which would be missing in a copy. */
const STYLES = ['color', 'display', 'fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-width'];

/** More than the modules of the greatest code, with a layer around. */
const MOST_STYLED = 40_000;

/** What a drawing would have to load from somewhere. */
const ELSEWHERE = 'image:not([*|href^="data:"]), use:not([*|href^="#"])';

/** How often a copied symbol may stand for another one. */
const MOST_NESTED = 4;

/** An inline SVG: copied, with what it takes from the page around it, and drawn. */
export async function lookAtDrawing(drawing: SVGSVGElement): Promise<Look> {
  if (drawing.querySelector(ELSEWHERE)) return 'unread';
  const { width, height } = drawing.getBoundingClientRect();
  const text = new XMLSerializer().serializeToString(standalone(drawing, width, height));
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  return image ? draw({ image, width, height }) : 'unread';
}

/** A copy in a document of its own: there, nothing that it names is loaded. */
function standalone(drawing: SVGSVGElement, width: number, height: number): XMLDocument {
  const copy = document.implementation.createDocument(null, null);
  const root = copy.importNode(drawing, true);
  copy.replaceChildren(root);
  copyStyles(drawing, root);
  // What it takes of the page's size, the copy has nothing to take from.
  root.removeAttribute('style');
  root.setAttribute('width', `${width}`);
  root.setAttribute('height', `${height}`);
  for (let depth = 0; depth < MOST_NESTED && bringSymbols(drawing, root); depth += 1);
  return copy;
}

function copyStyles(drawing: SVGSVGElement, root: SVGSVGElement): void {
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [root, ...root.querySelectorAll('*')];
  if (originals.length > MOST_STYLED) return;
  for (const [at, original] of originals.entries()) {
    const style = getComputedStyle(original);
    // As attributes: a page's policy may forbid styles, and these give way to nothing but the copy's own.
    for (const name of STYLES) copies[at]?.setAttribute(name, style.getPropertyValue(name));
  }
}

/** Copies in what `<use>` refers to elsewhere in the page. Gives whether there was anything. */
function bringSymbols(drawing: SVGSVGElement, root: SVGSVGElement): boolean {
  const page = drawing.getRootNode() as Document | ShadowRoot;
  const ids = [...root.querySelectorAll('use')]
    .map((use) => use.href.baseVal)
    .filter((href) => href.startsWith('#'))
    .map((href) => href.slice(1));
  let brought = false;
  for (const id of new Set(ids)) {
    const symbol = page.getElementById(id) ?? document.getElementById(id);
    if (!symbol || root.querySelector(`#${CSS.escape(id)}`)) continue;
    // What is defined is not drawn itself.
    const { documentElement } = document.implementation.createDocument(root.namespaceURI, 'defs');
    const definitions = root.ownerDocument.importNode(documentElement);
    definitions.replaceChildren(root.ownerDocument.importNode(symbol, true));
    root.prepend(definitions);
    brought = true;
  }
  return brought;
}
