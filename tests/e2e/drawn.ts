/** Runs in a page: what was asked of it is drawn when it ends, and what moves on the way has arrived. */
export async function untilDrawn(): Promise<void> {
  const frames = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await frames();
  // Countdowns go on; they are no transitions.
  for (const each of document.getAnimations()) {
    if (each instanceof CSSTransition) each.finish();
  }
  await frames();
}
