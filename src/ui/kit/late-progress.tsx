import { Progress, type ProgressProps } from './progress.tsx';
import { useIsLong } from './use-is-long.ts';

interface Props extends Omit<ProgressProps, 'label'> {
  /** What is under way; empty: nothing is. */
  readonly label: string;
}

/**
 * How far something is, once it has taken half a second. A screen reader hears what it is as it appears, and again only where
 * that becomes something else: not how far it is.
 */
export function LateProgress({ label, ...props }: Props) {
  const isLong = useIsLong(label !== '');
  return (
    <div class="late-progress" role="status" aria-atomic="false">
      {isLong && <Progress label={label} {...props} />}
    </div>
  );
}
