/** How long a page inserts, and how many nodes a second, which come in small lots as from a busy site's scripts. */
export const INSERTS = { seconds: 5, nodes: 1_000, lotMs: 50 };

/**
 * Runs in the page, which has a `main`. Resolves when all nodes are in: what a late timer left out, as the timers of a hidden
 * tab are, the next one makes up for.
 */
export function insertNodes({ seconds, nodes, lotMs }: typeof INSERTS): Promise<void> {
  const start = performance.now();
  const place = document.querySelector('main') ?? document.body;
  let inserted = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const passed = Math.min((performance.now() - start) / 1000, seconds);
      while (inserted < passed * nodes) {
        const entry = document.createElement('p');
        entry.className = `entry e${inserted % 50}`;
        // The element and its text.
        entry.append(`Entry ${inserted}`);
        place.append(entry);
        inserted += 2;
      }
      if (passed < seconds) return;
      clearInterval(timer);
      resolve();
    }, lotMs);
  });
}
