import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where the button that had the focus goes away with what it did, a heading takes it, so that the keyboard goes on from there.
 *
 * @param part selects what the button was in
 * @param heading selects what gets the focus
 */
export function useKeptFocus(part: string, heading: string): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const notice = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Element && target.closest(part) !== null;
    };
    document.addEventListener('focusin', notice);
    return () => document.removeEventListener('focusin', notice);
  }, [part]);
  useLayoutEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(heading)?.focus({ preventScroll: true });
  });
}
