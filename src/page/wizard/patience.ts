import type { Step } from '../../enrolment/wizard.ts';

/** How often a page was looked at since its step began or something was chosen. */
export interface Patience {
  readonly step?: Step;
  readonly looks: number;
}

export const NO_PATIENCE: Patience = { looks: 0 };

/** After a look; `inTime`: it came because time passed, not because the page changed. */
export function afterLook(
  { step: before, looks }: Patience,
  step: Step,
  inTime: boolean,
): Patience {
  if (step !== before) return { step, looks: 0 };
  return { step, looks: inTime ? looks + 1 : looks };
}

/** After something was chosen: time counts anew. */
export function afterChoice({ step }: Patience): Patience {
  return step ? { step, looks: 0 } : NO_PATIENCE;
}
