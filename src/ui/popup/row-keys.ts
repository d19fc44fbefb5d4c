import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ROW_HEIGHT } from './use-view.ts';

/** Which row a key leads to from another one; -1 is above the first. Undefined for keys that lead to none. */
export function rowByKey(key: string, row: number, total: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, total - 1);
    case 'ArrowUp':
      return row - 1;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

/**
 * Arrow keys move between the rows, also to one that does not exist yet or has no code yet: the list is scrolled
 * to it, and it gets the focus as soon as it can have it.
 *
 * @param onLeave the arrow up on the first row
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  total: number,
  onLeave: () => void,
): { onKeyDown: (event: KeyboardEvent) => void; goTo: (row: number) => void } {
  const wanted = useRef<number | undefined>(undefined);

  const focusWanted = () => {
    if (wanted.current === undefined) return;
    const row = list.current?.querySelector(`[data-row="${wanted.current}"]`);
    const button = row?.querySelector<HTMLElement>('button:not(:disabled)');
    if (!button) return;
    wanted.current = undefined;
    button.focus();
  };
  useLayoutEffect(focusWanted);

  const goTo = (row: number) => {
    if (!list.current) return;
    wanted.current = row;
    const top = row * ROW_HEIGHT;
    const { scrollTop, clientHeight } = list.current;
    if (top < scrollTop) list.current.scrollTop = top;
    const bottom = top + ROW_HEIGHT - clientHeight;
    if (bottom > scrollTop) list.current.scrollTop = bottom;
    focusWanted();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const target = rowByKey(event.key, Number(from?.getAttribute('data-row') ?? -1), total);
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) onLeave();
    else goTo(target);
  };
  return { onKeyDown, goTo };
}
