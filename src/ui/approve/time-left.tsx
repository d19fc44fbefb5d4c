import { useEffect } from 'preact/hooks';
import { tn } from '../i18n.ts';
import { useSecondsLeft } from '../manager/clock/use-seconds-left.ts';
import { saidAloud } from './said-aloud.ts';

interface Props {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly onOver: () => void;
}

/** Of the time that a request has on show. */
const SECONDS = 60;

/** How long the request is still good. It is read out twice, not every second. */
export function TimeLeft({ until, onOver }: Props) {
  const left = useSecondsLeft(until);
  const isOver = left.value === 0;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  const aloud = saidAloud(left.value);
  return (
    <div class="time-left">
      <progress max={SECONDS} value={left.value} aria-hidden="true" />
      <p id="seconds-left">{tn('secondsLeft', left.value)}</p>
      <p role="status">{aloud === undefined ? '' : tn('secondsLeft', aloud)}</p>
    </div>
  );
}
