/**
 * Runs `work` when called. Calls that come while it runs lead to one more run after it, so that the last
 * state of the page is never missed.
 *
 * @param pauseMs how long it rests after each run; calls meanwhile lead to one more run then
 */
export function coalesce(work: () => Promise<void>, pauseMs = 0): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      // Locked, or the background is being restarted: the next change of the page or the vault asks again.
      await work().catch(() => undefined);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    running = false;
  };
  return () => void run();
}
