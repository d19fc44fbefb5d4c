import type { PageReading } from './read-page.ts';

/** What counts of a page that was told to go on. */
export interface Submission {
  /** Our code stood in its field then, and was not refused since. */
  readonly submitted: boolean;
  /** The field of then. */
  readonly field?: object | undefined;
}

/** What the page shows of its field now. */
export interface FieldState {
  readonly field: object | undefined;
  /** Our code stands in it. */
  readonly filled: boolean;
  readonly refused: boolean;
}

/** The page was told to go on. */
export function afterSending(before: Submission, { field, filled }: FieldState): Submission {
  return filled ? { submitted: true, field } : before;
}

/**
 * The page was looked at. What was sent outlives its field, which the page may take away or draw anew with our code in
 * it; but another field that waits for a code is another story, and so is a refusal.
 */
export function afterSeeing(
  before: Submission,
  { field, filled, refused }: FieldState,
): Submission {
  const isAnother = field !== undefined && field !== before.field && !filled;
  return refused || isAnother ? { submitted: false } : before;
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
    refused: step === 'code-refused',
  });
  const sent = (reading: PageReading) => {
    submission = afterSending(submission, stateOf(reading));
  };
  /** A page's own events are not trusted, and count for nothing. */
  const onTrusted = (isSending: (reading: PageReading, event: Event) => boolean) => {
    return (event: Event) => {
      const reading = event.isTrusted ? read() : undefined;
      if (reading && isSending(reading, event)) sent(reading);
    };
  };
  const capture = { capture: true, passive: true };
  document.addEventListener(
    'click',
    onTrusted((reading, { target }) => {
      return target instanceof Node && reading.find('next')?.contains(target) === true;
    }),
    capture,
  );
  document.addEventListener(
    'keydown',
    onTrusted((reading, event) => {
      return (
        event instanceof KeyboardEvent && event.key === 'Enter' && event.target === reading.field
      );
    }),
    capture,
  );
  return {
    sent,
    isSubmitted: (reading) => {
      submission = afterSeeing(submission, stateOf(reading));
      return submission.submitted;
    },
  };
}
