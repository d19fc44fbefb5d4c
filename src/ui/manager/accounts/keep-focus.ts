import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Kept {
  readonly id: string;
  readonly action: string;
}

/**
 * A row that moves, or goes, takes the focus with it. The returned function says which button shall have it when
 * the list is another one; where that button cannot have it, its row does.
 *
 * @param around what holds the list, and the details of one of its accounts
 * @param content changes with the list
 */
export function useKeptFocus(
  around: RefObject<HTMLElement | null>,
  content: unknown,
): (id: string, action: string) => void {
  const kept = useRef<Kept | undefined>(undefined);
  useLayoutEffect(() => {
    const wanted = kept.current;
    kept.current = undefined;
    if (!wanted || !isFocusLost()) return;
    const own = `[data-id="${CSS.escape(wanted.id)}"]`;
    const button =
      around.current?.querySelector<HTMLElement>(
        `${own} [data-action="${wanted.action}"]:not(:disabled)`,
      ) ?? around.current?.querySelector<HTMLElement>(`.account-item${own}`);
    button?.focus();
  }, [around, content]);
  return (id, action) => {
    kept.current = { id, action };
  };
}

/** A button that was just disabled has the focus still, and loses it when the page is drawn. */
function isFocusLost(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
  );
}
