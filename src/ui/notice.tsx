import type { ComponentChildren } from 'preact';

/** A sentence that is read out when it appears. */
export function Warning({ children }: { children: ComponentChildren }) {
  return (
    <p class="notice warning" role="alert">
      {children}
    </p>
  );
}
