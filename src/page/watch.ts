import { inNextFrame } from './next-frame.ts';

/** Attributes that change what is on show, or what it is taken for. A page changes others all the time. */
export const TELLING_ATTRIBUTES: readonly string[] = [
  // On show or not, open for input or not, chosen or not.
  'class',
  'style',
  'hidden',
  'open',
  'disabled',
  'readonly',
  'checked',
  'selected',
  'aria-hidden',
  'aria-disabled',
  'aria-checked',
  'aria-selected',
  'aria-invalid',
  'aria-busy',
  // What it is: all that the tables ask for. Pages keep an element that becomes another one.
  'id',
  'name',
  'type',
  'role',
  'value',
  'content',
  'autocomplete',
  'target',
  'aria-modal',
  'aria-live',
  'aria-haspopup',
  'data-testid',
  'data-automation-id',
  'data-icon-name',
  // What it is called.
  'title',
  'placeholder',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-errormessage',
  // What it draws.
  'src',
  'srcset',
  'href',
  'data',
  'width',
  'height',
  'viewBox',
  'd',
  'fill',
];

/** Calls `look` once now and then whenever the page changed, at most once a frame. Returns a function that asks for one more look. */
export function watchPage(look: () => void): () => void {
  const schedule = inNextFrame(look);
  new MutationObserver(schedule).observe(document, {
    attributeFilter: [...TELLING_ATTRIBUTES],
    childList: true,
    // A title that goes on to the next step keeps its node (React).
    characterData: true,
    subtree: true,
  });
  // An image changes the page when its pixels arrive; `load` does not bubble.
  document.addEventListener('load', schedule, { capture: true });
  schedule();
  return schedule;
}
