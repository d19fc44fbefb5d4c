import { useEffect } from 'preact/hooks';
import { isOver, type Showing } from './showing-end.ts';

const LOOK_EVERY_MS = 1000;

/**
 * Calls back once what is on show since now has been so for long enough: while it is looked at, and as soon as the
 * page wakes.
 *
 * @param onEnd a function that stays the same
 */
export function useShowingEnd(onEnd: () => void): void {
  useEffect(() => {
    let showing: Showing = { since: Date.now() };
    const look = () => {
      const now = Date.now();
      if (isOver(showing, now)) onEnd();
    };
    const hide = () => {
      look();
      const { since } = showing;
      showing = document.hidden ? { since, hiddenSince: Date.now() } : { since };
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', hide);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('focus', look);
    };
  }, [onEnd]);
}
