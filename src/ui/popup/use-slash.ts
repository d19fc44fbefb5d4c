import { useEffect } from 'preact/hooks';

/** The slash leads to the search from everywhere, but not from where it is typed. */
export function useSlash(focusSearch: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, target } = event;
      if (key !== '/' || ctrlKey || altKey || metaKey || takesText(target)) return;
      event.preventDefault();
      focusSearch();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [focusSearch]);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')
  );
}
