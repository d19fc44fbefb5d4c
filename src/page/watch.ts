/**
 * Calls `look` once now and then whenever the page changed, at most once a frame. Frames stop while the
 * tab is hidden, and so does the work. Returns a function that asks for one more look.
 */
export function watchPage(look: () => void): () => void {
  let scheduled = false;
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      look();
    });
  };
  new MutationObserver(schedule).observe(document, {
    attributes: true,
    childList: true,
    // A title that goes on to the next step keeps its node (React).
    characterData: true,
    subtree: true,
  });
  // An image changes the page when its pixels arrive; `load` does not bubble.
  document.addEventListener('load', schedule, { capture: true });
  schedule();
  return schedule;
}
