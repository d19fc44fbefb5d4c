import { useMemo } from 'preact/hooks';
import { countdownTiming } from './countdown-timing.ts';
import { useIsPainted } from './use-is-painted.ts';

interface Props {
  readonly periodMs: number;
  /** Milliseconds since 1970. */
  readonly changesAt: number;
}

/**
 * How long a code lives: a ring that empties and the seconds, drawn by CSS alone (base.css). The animations begin
 * when it is put into the page and hold for one `changesAt`: a component that hides it takes it out of the page.
 * Not for screen readers, to whom seconds are noise. The first ones of a page come a frame after the rest: each is eight
 * boxes, six animations and a strip of 30 lines.
 */
export function Countdown({ periodMs, changesAt }: Props) {
  const isPainted = useIsPainted();
  // Reckoned once: an animation under way would jump by a delay that changes.
  const timing = useMemo(
    () => isPainted && countdownTiming(periodMs, changesAt, Date.now()),
    [isPainted, periodMs, changesAt],
  );
  if (!timing) return <span class="countdown" aria-hidden="true" />;
  const { style, strip } = timing;
  return (
    <span key={changesAt} class="countdown" aria-hidden="true" style={{ ...style }}>
      <span class="half" />
      <span class="half" />
      <span class="seconds" data-strip={strip} />
    </span>
  );
}
