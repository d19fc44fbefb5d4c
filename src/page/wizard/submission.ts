import { endsSubmission, type Step } from '../../enrolment/wizard.ts';
import type { PageReading } from './read-page.ts';

/** What counts of a page that was told to go on. */
export interface Submission {
  /** Our code stood in its field then, and was neither refused nor left behind since. */
  readonly submitted: boolean;
  /** The field of then. */
  readonly field?: object | undefined;
}

/** What the page shows of its field now. */
export interface FieldState {
  readonly field: object | undefined;
  /** Our code stands in it. */
  readonly filled: boolean;
  readonly step: Step;
}

/** The page was told to go on. */
export function afterSending(before: Submission, { field, filled }: FieldState): Submission {
  return filled ? { submitted: true, field } : before;
}

/**
 * The page was looked at. What was sent outlives its field, which the page may take away or draw anew with our code in
 * it; but another field that waits for a code is another story, and so is a refusal, or a step before the code.
 */
export function afterSeeing(before: Submission, { field, filled, step }: FieldState): Submission {
  const isAnother = field !== undefined && field !== before.field && !filled;
  return endsSubmission(step) || isAnother ? { submitted: false } : before;
}

/** Watches whether our code was sent: by the user's own click or key, or by ours, of which `sent` tells. */
export function watchSubmission(
  read: () => PageReading | undefined,
  isOurs: (field: HTMLInputElement) => boolean,
): {
  readonly sent: (reading: PageReading) => void;
  readonly isSubmitted: (reading: PageReading) => boolean;
} {
  let submission: Submission = { submitted: false };
  const stateOf = ({ field, step }: PageReading): FieldState => ({
    field,
    filled: field !== undefined && isOurs(field),
    step,
  });
  const sent = (reading: PageReading) => {
    submission = afterSending(submission, stateOf(reading));
  };
  /** A page's own events are not trusted, and count for nothing. Only for what may send is the page read. */
  const listen = <Type extends 'click' | 'keydown'>(
    type: Type,
    maySend: (event: DocumentEventMap[Type]) => boolean,
    isSending: (reading: PageReading, target: EventTarget | null) => boolean,
  ) => {
    const hear = (event: DocumentEventMap[Type]) => {
      const reading = event.isTrusted && maySend(event) ? read() : undefined;
      if (reading && isSending(reading, event.target)) sent(reading);
    };
    document.addEventListener(type, hear, { capture: true, passive: true });
  };
  listen(
    'click',
    () => true,
    ({ find }, target) => target instanceof Node && find('next')?.contains(target) === true,
  );
  listen(
    'keydown',
    ({ key }) => key === 'Enter',
    ({ field }, target) => target === field,
  );
  return {
    sent,
    isSubmitted: (reading) => {
      submission = afterSeeing(submission, stateOf(reading));
      return submission.submitted;
    },
  };
}
