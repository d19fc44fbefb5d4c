import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whole seconds until a moment, counted down; 0 from then on. */
export function useSecondsLeft(until: number): ReadonlySignal<number> {
  const left = useSignal(secondsUntil(until, Date.now()));
  useEffect(() => {
    const count = () => {
      left.value = secondsUntil(until, Date.now());
    };
    count();
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [until, left]);
  return left;
}

/** Rounded up: it is 0 when the moment is there, not before. */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}
