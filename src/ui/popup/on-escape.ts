/** Leaves a part of the popup by Escape, which else closes it. A search that has something to clear takes the key first. */
export function onEscape(
  leave: () => void,
): (event: Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'preventDefault'>) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  };
}
