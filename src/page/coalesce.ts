/**
 * Runs `work` when called. Calls that come while it runs lead to one more run after it, so that the last
 * state of the page is never missed.
 */
export function coalesce(work: () => Promise<void>): () => void {
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
    }
    running = false;
  };
  return () => void run();
}
