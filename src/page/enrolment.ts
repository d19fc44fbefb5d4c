import { variantOf } from '../enrolment/variant.ts';
import { onChanged, send } from '../messages/client.ts';
import { coalesce } from './coalesce.ts';
import { attendCodeField } from './code-field.ts';
import { collectPictures } from './pictures.ts';
import { watchPage } from './watch.ts';
import { follow } from './wizard/follow.ts';
import { type PageReading, perform, readPage } from './wizard/read-page.ts';
import { watchSubmission } from './wizard/submission.ts';
import { TABLES } from './wizard/tables.ts';

/**
 * Attends Microsoft's enrolment pages: reports the set-up code that is on show, fills the verification code, and goes
 * through the wizard as the background says.
 */
export function attendEnrolment(): void {
  const code = attendCodeField({
    find: () => {
      const reading = read();
      return reading && reading.step !== 'code-refused' ? reading.field : undefined;
    },
    ask: () => send('enrolment.code'),
    lookAgain: () => look(),
  });
  const read = (): PageReading | undefined => {
    const variant = variantOf(location.href);
    return variant && readPage(TABLES[variant], code.isOurs);
  };
  const submission = watchSubmission(read, code.isOurs);
  const wizard = follow({
    showing: document,
    read: () => {
      const variant = variantOf(location.href);
      const reading = read();
      if (!variant || !reading) return undefined;
      const { step, controls, field } = reading;
      return {
        variant,
        step,
        controls: [...controls],
        filled: field !== undefined && code.isOurs(field),
        submitted: submission.isSubmitted(reading),
      };
    },
    perform: async (control, step) => {
      const variant = variantOf(location.href);
      const reading = read();
      if (!variant || !reading) return;
      if (control === 'next' && reading.step === step && reading.controls.includes(control)) {
        submission.sent(reading);
      }
      await perform(control, step, TABLES[variant], reading);
    },
    send: (observation) => send('enrolment.observed', observation),
  });
  const refusals = reportRefusals(read);
  const pictures = reportPictures();
  const look = watchPage(() => {
    refusals();
    code.attend();
    wizard.look();
    pictures.look();
  });
  // What is typed changes no node.
  document.addEventListener('input', look, { capture: true, passive: true });
  onChanged(() => {
    // A locked vault remembers no secret: now that it may be open, it must see the code again.
    pictures.forget();
    look();
    wizard.lookAnew();
  });
  const leave = () => void send('enrolment.left').catch(() => undefined);
  // Also on arrival, for the page before: the browser may drop what a page says as it goes.
  leave();
  addEventListener('pagehide', () => {
    pictures.forget();
    leave();
  });
}

/** Tells each time the page begins to say that a code is wrong; whether it was ours, the background knows. */
function reportRefusals(read: () => PageReading | undefined): () => void {
  let isRefused = false;
  return () => {
    const before = isRefused;
    isRefused = read()?.step === 'code-refused';
    if (isRefused && !before) void send('code.refused').catch(() => undefined);
  };
}

/** Reports the candidates whenever they are other ones than before, or than before the page was left. */
function reportPictures(): { look: () => void; forget: () => void } {
  let reported: string | undefined = '[]';
  const look = coalesce(async () => {
    const pictures = variantOf(location.href) ? await collectPictures() : [];
    const seen = JSON.stringify(pictures);
    if (seen === reported) return;
    await send('enrolment.seen', { pictures });
    reported = seen;
  });
  return {
    look,
    forget: () => {
      reported = undefined;
    },
  };
}
