import { areModules, boxAround, type Cell, FEWEST_CELLS, MOST_CELLS, paintCells } from './cells.ts';
import type { Pace } from './pace.ts';
import { type Look, luminanceOf } from './raster.ts';
import { isSquarish } from './rect.ts';

const SAMPLE = 24;

/** CSS pixels: 21 modules of one. */
const LEAST_SIDE = 21;

/** A code built out of elements, one a module or one a run of them: cells of a table, blocks, spans. */
export async function lookAtGrid(container: Element, pace: Pace): Promise<Look> {
  const elements = container.getElementsByTagName('*');
  if (elements.length < FEWEST_CELLS || elements.length > MOST_CELLS) return 'nothing';
  if (!areModules(sampleOf(elements), container.getBoundingClientRect())) return 'nothing';
  const shades = new Shades();
  const cells: (Cell & { readonly isLeaf: boolean })[] = [];
  for (const element of [...elements]) {
    await pace.breathe();
    const luminance = shades.of(getComputedStyle(element).backgroundColor);
    if (luminance === undefined) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const isLeaf = element.childElementCount === 0;
    cells.push({ x, y, width, height, luminance, isLeaf });
  }
  // Its rows may be as wide as the page: what they hold says how large the code is.
  const box = boxAround(cells.filter(({ isLeaf }) => isLeaf));
  if (!box || !isSquarish(box, LEAST_SIDE)) return 'nothing';
  return paintCells(cells, box, backgroundOf(container, shades));
}

/** The innermost of some elements, evenly spread; none where they hold text. */
function sampleOf(elements: HTMLCollectionOf<Element>): DOMRect[] {
  const step = Math.max(1, Math.floor(elements.length / SAMPLE));
  const sample: DOMRect[] = [];
  for (let at = 0; at < elements.length; at += step) {
    let element = elements[at];
    while (element?.firstElementChild) element = element.firstElementChild;
    if (element && element.textContent.trim() === '') sample.push(element.getBoundingClientRect());
    else sample.push(new DOMRect());
  }
  return sample;
}

/** What an element without a colour of its own lets through; a page without any is white. */
function backgroundOf(container: Element, shades: Shades): number {
  for (let element: Element | null = container; element; element = element.parentElement) {
    const luminance = shades.of(getComputedStyle(element).backgroundColor);
    if (luminance !== undefined) return luminance;
  }
  return 255;
}

/** Colours come in many notations, all of which a canvas knows. */
class Shades {
  readonly #known = new Map<string, number | undefined>();
  readonly #context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  /** Undefined for what is rather transparent. */
  of(colour: string): number | undefined {
    if (!this.#known.has(colour)) this.#known.set(colour, this.#read(colour));
    return this.#known.get(colour);
  }

  #read(colour: string): number | undefined {
    if (!this.#context) return undefined;
    this.#context.clearRect(0, 0, 1, 1);
    this.#context.fillStyle = colour;
    this.#context.fillRect(0, 0, 1, 1);
    const { data } = this.#context.getImageData(0, 0, 1, 1);
    return (data[3] ?? 0) < 128 ? undefined : luminanceOf(data)[0];
  }
}
