import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { FIRST_COUNT } from '../../glance/stored.ts';
import type { AccountQuestion, HeldAccounts } from '../accounts/use-accounts.ts';
import { covers, rowsOnShow, type Stretch, widened } from './stretch.ts';

/** CSS pixels, as `popup.css` draws a row. */
export const ROW_HEIGHT = 72;
/** Rows kept ready on both sides of what is on show. */
const MARGIN_ROWS = 4;
/** Rows more on both sides that are asked for at once, so that not every turn of a wheel asks. */
const AHEAD_ROWS = 60;
/** Rows of the first frame: the next one has all that fit, and the first codes are on show a frame earlier. */
const FIRST_DRAWN = 4;
/** As many as the background gives at once. */
const MOST_ROWS = 200;

/** What the popup asks for before it knows how high it is. */
export const FIRST_QUESTION: AccountQuestion = { query: '', from: 0, count: FIRST_COUNT };

/** The rows on show, as the list is scrolled. Where they are not all in hand, `question` becomes theirs. */
export function useView(
  list: RefObject<HTMLElement | null>,
  { query, filter, total }: HeldAccounts,
  question: Signal<AccountQuestion>,
): { view: Signal<Stretch>; lookAt: () => void } {
  const view = useSignal<Stretch>({ first: 0, last: FIRST_DRAWN });

  const lookAt = useCallback(() => {
    if (!list.current) return;
    const onShow = rowsOnShow(list.current, ROW_HEIGHT, MARGIN_ROWS);
    const { first, last } = view.peek();
    if (first !== onShow.first || last !== onShow.last) view.value = onShow;
    const asked = question.peek();
    if (covers({ first: asked.from, last: asked.from + asked.count }, onShow, total)) return;
    const more = widened(onShow, AHEAD_ROWS, MOST_ROWS);
    question.value = { ...asked, from: more.first, count: more.last - more.first };
  }, [list, question, view, total]);

  useEffect(lookAt, [lookAt]);
  // Other accounts than before are read from the top.
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // A list that is new stands at its top; to scroll it would have the browser lay it out twice.
    if (!isFirst.current) list.current?.scrollTo({ top: 0, behavior: 'instant' });
    isFirst.current = false;
  }, [list, query, filter?.group]);
  return { view, lookAt };
}
