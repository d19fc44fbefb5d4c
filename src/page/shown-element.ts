import { isOnShow } from './on-show.ts';
import { isVisible } from './visible.ts';

/** The first such element that is on show. */
export function shownElement(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isOnShow);
}

/** The first that says something, though it may lie under something else. */
export function shownMessage(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.textContent.trim() !== '' && isVisible(element),
  );
}
