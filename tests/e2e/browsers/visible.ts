export interface Point {
  readonly x: number;
  readonly y: number;
}

export type ElementState =
  | { readonly problem: string }
  | {
      readonly text: string;
      readonly middle: Point;
      /** Why a user could not click it now: still loading, disabled, or covered by something else. */
      readonly blocked?: string;
    };

/**
 * Runs in the page: the one visible element of a selector, scrolled into view. More than one is a
 * problem too, since a test that clicks either is a test of chance.
 */
export function inspect(selector: string): ElementState {
  const visible = [...document.querySelectorAll<HTMLElement>(selector)].filter((candidate) => {
    const { width, height } = candidate.getBoundingClientRect();
    const shown = candidate.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && width > 0 && height > 0;
  });
  const [element] = visible;
  if (!element || visible.length > 1) {
    return { problem: `${visible.length} visible elements match ${selector}` };
  }
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const rect = element.getBoundingClientRect();
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  // Not `textContent`: the text as it is on show.
  const { innerText } = element;
  const text =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.value
      : innerText;
  const hit = document.elementFromPoint(middle.x, middle.y);
  const reached =
    hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
  // A style sheet that is still on its way would move it between this look and the click.
  if (document.readyState !== 'complete') return { text, middle, blocked: 'The page still loads' };
  if (element.matches(':disabled')) return { text, middle, blocked: `${selector} is disabled` };
  if (!reached) {
    const cover = hit ? hit.outerHTML.slice(0, 80) : 'nothing (outside the viewport)';
    return { text, middle, blocked: `At the middle of ${selector} is ${cover}` };
  }
  return { text, middle };
}

/** Runs in the page: a point of the viewport with nothing but the page itself. */
export function findEmptySpot(): Point {
  const step = 10;
  for (let y = window.innerHeight - step; y > 0; y -= step) {
    for (let x = step; x < window.innerWidth; x += step) {
      const hit = document.elementFromPoint(x, y);
      if (hit === document.body || hit === document.documentElement) return { x, y };
    }
  }
  throw new Error('Nowhere in the viewport is the page empty');
}
