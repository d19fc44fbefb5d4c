import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The heading of a step that came in the place of another one. It takes the focus as it appears, so that it is read out,
 * and so that no key that was meant for something else decides.
 */
export function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} class="step-heading" tabIndex={-1}>
      {children}
    </h1>
  );
}
