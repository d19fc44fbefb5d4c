import { useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import { STEPS_ON_THE_WAY, stepNumber } from './drive-sentence.ts';
import type { Drive } from './enrolment-cards.ts';

/** The furthest that the drive has come: going back past the push code is on the way, too. */
export function StepProgress({ step }: Pick<Drive, 'step'>) {
  const furthest = useRef(0);
  furthest.current = Math.max(furthest.current, stepNumber(step));
  return (
    <progress aria-label={t('driveProgress')} max={STEPS_ON_THE_WAY} value={furthest.current} />
  );
}
