import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Kept {
  readonly id: string;
  readonly action: string;
}

/**
 * A row that moves, or goes, takes the focus with it. The returned function says which button shall have it when
 * the list is another one; where that button cannot have it, another one of its row does.
 *
 * @param content changes with the list
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  content: unknown,
): (id: string, action: string) => void {
  const kept = useRef<Kept | undefined>(undefined);
  useLayoutEffect(() => {
    const wanted = kept.current;
    kept.current = undefined;
    if (!wanted || !isFocusLost()) return;
    const row = list.current?.querySelector(`[data-id="${CSS.escape(wanted.id)}"]`);
    const button =
      row?.querySelector<HTMLElement>(`[data-action="${wanted.action}"]:not(:disabled)`) ??
      row?.querySelector<HTMLElement>('.row-actions button:not(:disabled)');
    button?.focus();
  }, [list, content]);
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
