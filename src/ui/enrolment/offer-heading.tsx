import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** Takes the focus when it appears: it stands in place of what the user has just chosen. */
  readonly focused: boolean;
  readonly children: string;
}

/** The heading of a card about what was found. */
export function OfferHeading({ focused, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <h2 ref={heading} tabIndex={-1} dir="auto">
      {children}
    </h2>
  );
}
