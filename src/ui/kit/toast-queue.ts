import { signal } from '@preact/signals';

/** Something that was done. */
export interface Toast {
  /** Of this one alone: the same sentence may come again, and is read out again. */
  readonly id: number;
  readonly sentence: string;
  readonly undo?: (() => unknown) | undefined;
}

/** What is said at the moment: the last that was done. */
export const toast = signal<Toast | undefined>(undefined);

let said = 0;

/** Says what was done, and offers to take it back where `undo` is given. */
export function say(sentence: string, { undo }: Pick<Toast, 'undo'> = {}): void {
  said += 1;
  toast.value = { id: said, sentence, undo };
}
