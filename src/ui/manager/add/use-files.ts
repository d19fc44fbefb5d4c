import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Decoder } from '../../../qr/page-decoder.ts';
import { type FileOutcome, failedFile } from './file-outcome.ts';

/** How far a heap of files was read. */
interface FileProgress {
  readonly done: number;
  readonly of: number;
}

export interface Files {
  /** Undefined while nothing is read. */
  readonly progress: Signal<FileProgress | undefined>;
  /** Of each file, in the order in which they were handed in. */
  readonly outcomes: Signal<readonly FileOutcome[]>;
  /** How many were not read, since that was stopped. */
  readonly left: Signal<number>;
  /** Reads files one after the other; those that come meanwhile are read after them. */
  read(files: readonly File[]): Promise<void>;
  /** Reads none of those that still wait. */
  stop(): void;
  forget(): void;
}

/**
 * Reads pictures, and has the texts of their codes read.
 *
 * @param onTexts gets the texts of a whole heap at once, in the order of its files, if there are any
 */
export function useFiles(
  decoder: Decoder,
  onTexts: (texts: readonly string[]) => Promise<unknown>,
): Files {
  const progress = useSignal<FileProgress | undefined>(undefined);
  const outcomes = useSignal<readonly FileOutcome[]>([]);
  const left = useSignal(0);
  const waiting = useRef<File[]>([]);
  useEffect(
    () => () => {
      waiting.current = [];
    },
    [],
  );

  /** Adds the texts of a file to those of its heap. */
  const readOne = async (file: File, heap: string[]): Promise<FileOutcome> => {
    try {
      const texts = await decoder.read(file);
      heap.push(...texts);
      return { name: file.name, codes: texts.length };
    } catch (error) {
      return failedFile(file.name, error);
    }
  };

  return {
    progress,
    outcomes,
    left,
    async read(files) {
      waiting.current.push(...files);
      const { done, of } = progress.peek() ?? { done: 0, of: 0 };
      const isReading = of > 0;
      progress.value = { done, of: of + files.length };
      if (isReading) return;
      outcomes.value = [];
      left.value = 0;
      const heap: string[] = [];
      for (;;) {
        const file = waiting.current.shift();
        if (!file) break;
        const outcome = await readOne(file, heap);
        outcomes.value = [...outcomes.peek(), outcome];
        const now = progress.peek();
        if (now) progress.value = { ...now, done: now.done + 1 };
      }
      progress.value = undefined;
      if (heap.length > 0) await onTexts(heap);
    },
    stop() {
      const unread = waiting.current.length;
      waiting.current = [];
      left.value += unread;
      const now = progress.peek();
      if (now) progress.value = { ...now, of: now.of - unread };
    },
    forget() {
      outcomes.value = [];
      left.value = 0;
    },
  };
}
