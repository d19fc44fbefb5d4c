import { useEffect, useState } from 'preact/hooks';

/** Milliseconds: what is over before that needs no word, and would only flicker. */
const LONG_MS = 500;

/** Whether what is under way goes on for so long by now that it is to be shown. */
export function useIsLong(isUnderWay: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isUnderWay]);
  return isUnderWay && isLong;
}
