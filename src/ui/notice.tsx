import type { ComponentChildren } from 'preact';

/** A sentence that is read out when it appears. */
export function Warning({ children }: { children: ComponentChildren }) {
  return (
    <p class="notice warning" role="alert">
      {children}
    </p>
  );
}

/** What was done, read out when it changes. It keeps its place while it is empty. */
export function Said({ children }: { children: ComponentChildren }) {
  return (
    <p class="said" role="status">
      {children}
    </p>
  );
}
