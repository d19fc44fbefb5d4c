import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { type DropTarget, dropTarget, type PlacedRow } from './drop-target.ts';

/** CSS pixels that a pointer moves before it drags: less is a click. */
const SLACK = 5;

/** So near to an edge of the window, and so fast, in CSS pixels and CSS pixels a frame, the page scrolls along. */
const EDGE = 60;
const SPEED = 12;

interface Dragging {
  readonly ids: ReadonlySet<string>;
  readonly target: DropTarget | undefined;
}

/** What a row's grip needs. */
export interface Grip {
  readonly onPointerDown: (event: PointerEvent, account: AccountRow) => void;
  /** Whether the click that comes now only ends a drag. */
  readonly wasDragged: () => boolean;
}

interface Options {
  /** Holds the rows. */
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: readonly AccountRow[];
  /** The account after the last row on show. */
  readonly following: AccountRow | undefined;
  /** All that goes along with one that is dragged. */
  readonly along: (account: AccountRow) => ReadonlySet<string>;
  readonly onDrop: (ids: ReadonlySet<string>, before: string | null, account: AccountRow) => void;
}

/** Drags rows by their grips, by mouse, pen or finger. Escape lets go of them where they were. */
export function useDrag(options: Options): { dragging: Signal<Dragging | undefined>; grip: Grip } {
  const dragging = useSignal<Dragging | undefined>(undefined);
  const latest = useRef(options);
  latest.current = options;
  const wasDragged = useRef(false);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: PointerEvent, account: AccountRow) => {
    if (event.button !== 0 || !event.isPrimary) return;
    stop.current?.();
    wasDragged.current = false;
    const ending = new AbortController();
    const { signal } = ending;
    const start = { x: event.clientX, y: event.clientY };
    let point = start;
    let frame = 0;
    const ids = latest.current.along(account);

    const look = () => {
      const { list, rows, following } = latest.current;
      const target = dropTarget(
        placed(list.current, rows),
        point,
        { ids, pinned: account.pinned },
        {
          following: following ?? null,
          isRightToLeft: document.documentElement.dir === 'rtl',
        },
      );
      dragging.value = { ids, target };
    };
    const scroll = () => {
      const down = Math.max(0, point.y - (innerHeight - EDGE)) - Math.max(0, EDGE - point.y);
      if (down !== 0) {
        scrollBy({ top: Math.sign(down) * SPEED, behavior: 'instant' });
        look();
      }
      frame = requestAnimationFrame(scroll);
    };
    const end = () => {
      ending.abort();
      cancelAnimationFrame(frame);
      dragging.value = undefined;
      stop.current = undefined;
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      point = { x, y };
      if (!dragging.peek()) {
        if (Math.hypot(x - start.x, y - start.y) < SLACK) return;
        wasDragged.current = true;
        frame = requestAnimationFrame(scroll);
      }
      look();
    };
    const onUp = () => {
      const target = dragging.peek()?.target;
      end();
      if (target) latest.current.onDrop(ids, target.before, account);
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end();
    };
    stop.current = end;
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', onUp, { signal });
    addEventListener('pointercancel', end, { signal });
    addEventListener('blur', end, { signal });
    addEventListener('keydown', onKey, { signal, capture: true });
  };

  return { dragging, grip: { onPointerDown, wasDragged: () => wasDragged.current } };
}

function placed(list: HTMLElement | null, rows: readonly AccountRow[]): PlacedRow[] {
  return rows.flatMap(({ id, pinned }) => {
    const row = list?.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!row) return [];
    const { left, right, top, bottom } = row.getBoundingClientRect();
    return [{ id, pinned, left, right, top, bottom }];
  });
}
