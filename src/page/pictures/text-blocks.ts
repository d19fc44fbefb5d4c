import { isVisible } from '../visible.ts';
import type { Pace } from './pace.ts';

/** Every code draws so much in one line: the edge of a finder pattern. */
const DRAWN = /[█▀▄▓■⬛#@]{3}/u;

/** How far above a line its block may stand: in `<pre><code><span>`, in a list of lines. */
const MOST_LEVELS = 4;

/** A page of log files has many lines of signs. */
const MOST_BLOCKS = 16;

/** The elements whose text may draw a code in its lines. */
export async function findTextBlocks(
  root: Document | ShadowRoot,
  leastSide: number,
  pace: Pace,
): Promise<Set<HTMLElement>> {
  const blocks = new Set<HTMLElement>();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && blocks.size < MOST_BLOCKS) {
    await pace.breathe();
    const { currentNode } = texts;
    if (!DRAWN.test(currentNode.nodeValue ?? '')) continue;
    const block = blockOf(currentNode, leastSide);
    if (block && isVisible(block)) blocks.add(block);
  }
  return blocks;
}

/** The nearest element around a line that is high enough for a code. */
function blockOf(line: Node, leastSide: number): HTMLElement | undefined {
  let element = line.parentElement;
  for (let level = 0; element && level < MOST_LEVELS; level += 1) {
    if (element.getBoundingClientRect().height >= leastSide) return element;
    element = element.parentElement;
  }
  return undefined;
}
