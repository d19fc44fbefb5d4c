import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ROW_HEIGHT } from './use-view.ts';

/** What a key does in the list: goes to a row (-1 is above the first), goes on in the search, or shows the next code. */
export type KeyAct =
  | { readonly to: 'row'; readonly row: number }
  | { readonly to: 'search'; readonly typed: string }
  | { readonly to: 'next-code' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>;

/** A row of the list, and how many there are: in all, and at once on show. */
interface Place {
  readonly row: number;
  readonly total: number;
  readonly page: number;
}

/** Undefined for keys that are left to the browser. */
export function keyAct(pressed: Pressed, place: Place): KeyAct | undefined {
  const { key, ctrlKey, altKey, metaKey, isComposing } = pressed;
  if (ctrlKey || altKey || metaKey || isComposing) return undefined;
  const row = rowByKey(key, place);
  if (row !== undefined) return { to: 'row', row };
  if (key === '/') return { to: 'search', typed: '' };
  // In both directions of writing. A letter would be missing from what is typed.
  if (key === 'ArrowRight' || key === 'ArrowLeft') return { to: 'next-code' };
  // Names of keys are longer than what a key types.
  const isTyped = key !== ' ' && [...key].length === 1;
  return isTyped ? { to: 'search', typed: key } : undefined;
}

function rowByKey(key: string, { row, total, page }: Place): number | undefined {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return Math.min(row + page, last);
    case 'PageUp':
      return Math.max(row - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** What keys lead to outside of the list. */
export interface KeyTargets {
  /** The arrow up on the first row, or something was typed. */
  readonly onSearch: (typed: string) => void;
  /** The next code of a row, where rows have codes. */
  readonly onNextCode?: (row: number) => void;
  /** Enter on a row; false where its button is to do what it does by itself. */
  readonly onEnter?: (row: number) => boolean;
}

/**
 * Arrow keys move between the rows, also to one that does not exist yet or has no code yet: the list is scrolled
 * to it, and it gets the focus as soon as it can have it.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  total: number,
  { onSearch, onNextCode, onEnter }: KeyTargets,
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
  // What was found by then is another list.
  useEffect(() => {
    const forget = () => {
      wanted.current = undefined;
    };
    addEventListener('input', forget);
    return () => removeEventListener('input', forget);
  }, []);

  const goTo = (row: number) => {
    if (!list.current || row >= total) return;
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
    const row = Number(from?.getAttribute('data-row') ?? -1);
    const isOnRow = event.target instanceof Element && event.target.matches('.copy');
    if (event.key === 'Enter' && isOnRow && onEnter?.(row)) {
      event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const act = keyAct(event, { row, total, page });
    if (!act || (act.to === 'next-code' && !onNextCode)) return;
    event.preventDefault();
    // What is typed here is not typed again where the focus goes.
    event.stopPropagation();
    if (act.to === 'next-code') onNextCode?.(row);
    else if (act.to === 'search') onSearch(act.typed);
    else if (act.row < 0) onSearch('');
    else goTo(act.row);
  };
  return { onKeyDown, goTo };
}
