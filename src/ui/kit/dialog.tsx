import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

interface Props {
  readonly id?: string;
  readonly title: string;
  /** Escape, or the browser's own gesture for "back". */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog that is open as long as it is there. Its verbs stand in `.actions`, at its end. */
export function Dialog({ id, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed before it is removed: only so does the focus go back to where it was.
    return () => element?.close();
  }, []);
  const closed = ({ currentTarget }: TargetedEvent<HTMLDialogElement>) => {
    // The event comes late: of a dialog that was removed meanwhile, it says nothing new.
    if (currentTarget.isConnected) onClose();
  };
  return (
    <dialog ref={dialog} id={id} class="modal" aria-labelledby={titleId} onClose={closed}>
      <div class="stack">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
