/**
 * Runs `work` in the next frame, once, however often it was called by then. Frames stop while the tab is hidden, and so
 * does the work.
 */
export function inNextFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}
