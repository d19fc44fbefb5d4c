import type { OpenRoots } from './open-roots.ts';

/** Least time between two looks: a page that changes all the time has its turn in between. */
const PAUSE_MS = 250;

/** What decides whether a field is on show, and what it is taken for. A page changes others all the time. */
export const FIELD_ATTRIBUTES: readonly string[] = [
  'class',
  'style',
  'hidden',
  'inert',
  'open',
  'disabled',
  'readonly',
  'aria-disabled',
  'aria-hidden',
  'aria-invalid',
  'id',
  'name',
  'type',
  'value',
  'content',
  'autocomplete',
  'maxlength',
  'data-testid',
  'data-value',
];

/** Pages in which what counts is no input look everywhere. */
interface Watched {
  readonly isInputNeeded: boolean;
  /** Kept up to date, at most once a second. */
  readonly roots: OpenRoots;
}

/**
 * Calls `look` once now and then whenever the page changed, at most four times a second, and never while the tab is
 * hidden. A page without inputs is not looked at, but once after the last one went. Ends when the returned function is
 * called.
 */
export function watchFields(look: () => void, { isInputNeeded, roots }: Watched): () => void {
  const inputs = document.getElementsByTagName('input');
  let hadInput = false;
  let isAsked = false;
  let isResting = false;
  let isWaiting = false;
  const end = new AbortController();

  const observer = new MutationObserver(() => ask());
  const observe = (root: Document | ShadowRoot) =>
    observer.observe(root, {
      attributeFilter: [...FIELD_ATTRIBUTES],
      childList: true,
      characterData: true,
      subtree: true,
    });

  const lookNow = () => {
    const isDue = roots.dueInMs === 0;
    for (const root of roots.findNew(document)) observe(root);
    // What came too early after the last walk is found by the next one.
    if (!isDue && !isWaiting) {
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        ask();
      }, roots.dueInMs);
    }
    const hasInput = inputs.item(0) !== null || roots.hold('input');
    if (hasInput || hadInput || !isInputNeeded) look();
    hadInput = hasInput;
  };

  const inFrame = () => {
    if (document.hidden || end.signal.aborted) return;
    isAsked = false;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (isAsked) requestAnimationFrame(inFrame);
    }, PAUSE_MS);
    lookNow();
  };

  const ask = () => {
    if (isAsked || document.hidden) return;
    isAsked = true;
    if (!isResting) requestAnimationFrame(inFrame);
  };

  const listen = (types: readonly string[], hear: (event: Event) => void) => {
    for (const type of types) {
      document.addEventListener(type, hear, { capture: true, passive: true, signal: end.signal });
    }
  };

  const begin = () => {
    if (document.hidden) return observer.disconnect();
    observe(document);
    for (const root of roots.known()) observe(root);
    isAsked = false;
    ask();
  };
  listen(['visibilitychange'], trusted(begin));
  // What comes into view by and by, or with a style sheet, changes no node.
  listen(['load', 'transitionend', 'animationend'], trusted(ask));
  // A shadow root may come to an element that is there already, which nothing tells.
  const focus = ({ target }: Event) => {
    if (target instanceof Element && target.shadowRoot) ask();
  };
  listen(['focusin'], trusted(focus));
  // A code waits for the password beside it, which may be filled in by a program that the browser does not vouch for.
  listen(['input', 'change', 'focusout'], (event) => {
    if (isPassword(event.composedPath()[0])) ask();
  });
  begin();
  return () => {
    end.abort();
    observer.disconnect();
  };
}

function isPassword(target: Partial<HTMLInputElement> | EventTarget | undefined): boolean {
  return target !== undefined && 'type' in target && target.type === 'password';
}

/** What the page makes up itself is not trusted, and counts for nothing. */
function trusted(hear: (event: Event) => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) hear(event);
  };
}
