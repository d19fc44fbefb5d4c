import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bringsFiles, pastedOf } from './handed-in.ts';

interface Takers {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
}

/**
 * Takes what is pasted or dropped anywhere on the page, as long as it is there.
 *
 * @returns whether files are dragged over it now
 */
export function useHandedIn(takers: Takers): ReadonlySignal<boolean> {
  const isOver = useSignal(false);
  const latest = useRef(takers);
  latest.current = takers;

  useEffect(() => {
    const listening = new AbortController();
    const listen = <Name extends 'paste' | 'dragover' | 'dragleave' | 'drop'>(
      name: Name,
      act: (event: DocumentEventMap[Name]) => void,
    ) => document.addEventListener(name, act, { signal: listening.signal });

    listen('paste', (event) => {
      const handed = event.clipboardData;
      const pasted = handed && pastedOf(handed, isField(event.target));
      if (!pasted) return;
      event.preventDefault();
      if (pasted.kind === 'files') latest.current.onFiles(pasted.files);
      else latest.current.onText(pasted.text);
    });
    listen('dragover', (event) => {
      if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
      // Without it, the browser would leave the page and show the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      isOver.value = true;
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) isOver.value = false;
    });
    listen('drop', (event) => {
      isOver.value = false;
      if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      latest.current.onFiles([...event.dataTransfer.files]);
    });
    return () => listening.abort();
  }, [isOver]);
  return isOver;
}

/** A field into which text is pasted. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}
