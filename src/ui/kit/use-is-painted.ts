import { useEffect, useState } from 'preact/hooks';

/** The page has been painted once. */
let isPainted = false;

/**
 * False until the page has been painted for the first time: what moves or is only seen can come a frame later, so that what
 * is read is there earlier. Whatever is drawn after that is drawn at once.
 */
export function useIsPainted(): boolean {
  const [, draw] = useState(isPainted);
  useEffect(() => {
    isPainted = true;
    draw(true);
  }, []);
  return isPainted;
}
