/**
 * Which item of a menu a key leads to; undefined where it leads nowhere. A letter leads to the next item that begins
 * with it.
 *
 * @param at the item that has the focus, -1 if none has
 */
export function nextItem(key: string, labels: readonly string[], at: number): number | undefined {
  const count = labels.length;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if ([...key].length !== 1 || key === ' ') return undefined;
  for (let step = 1; step <= count; step += 1) {
    const next = (at + step) % count;
    if (labels[next]?.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase())) return next;
  }
  return undefined;
}
