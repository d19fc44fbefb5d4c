import { browser } from 'wxt/browser';
import { isSvg } from './named.ts';

/** Firefox's way to the roots that a site has closed to itself: content scripts may look into them. */
interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The element's shadow root, open or closed. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (element.shadowRoot) return element.shadowRoot;
  if (isSvg(element)) return undefined;
  const { openOrClosedShadowRoot } = element as FirefoxElement;
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot ?? undefined;
  try {
    return browser.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? undefined;
  } catch {
    // No element of HTML.
    return undefined;
  }
}
