import { Said, Warning } from '../notice.tsx';
import './toast.css';

interface Props {
  /** What went wrong; empty: nothing did. */
  readonly problem?: string;
  /** The last change, and what takes it back. */
  readonly undo?: { readonly label: string; readonly onUndo: () => void } | undefined;
  /** What was done, read out; empty: nothing was. */
  readonly said: string;
}

/**
 * The last change, at the end of the page and in sight wherever it is scrolled to. It goes when another one takes its place,
 * not after a time: who reads slowly can take it back as well.
 */
export function Toast({ problem, undo, said }: Props) {
  return (
    <footer class="toast">
      {problem && <Warning>{problem}</Warning>}
      {undo && (
        <button type="button" class="quiet" id="undo" onClick={undo.onUndo}>
          {undo.label}
        </button>
      )}
      <Said>{said}</Said>
    </footer>
  );
}
