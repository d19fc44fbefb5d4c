import { variantOf } from '../enrolment/variant.ts';
import { onChanged, send } from '../messages/client.ts';
import { coalesce } from './coalesce.ts';
import { attendCodeField } from './code-field.ts';
import { inNextFrame } from './next-frame.ts';
import { OneReading } from './one-reading.ts';
import { collectPictures } from './pictures.ts';
import { watchPage } from './watch.ts';
import { follow } from './wizard/follow.ts';
import { type PageReading, perform, readPage } from './wizard/read-page.ts';
import { watchSubmission } from './wizard/submission.ts';
import { TABLES } from './wizard/tables.ts';

/** Least time between two looks at the pictures: a page that moves all the time has its turn in between. */
const PICTURES_PAUSE_MS = 250;

/**
 * Attends Microsoft's enrolment pages: reports the set-up code that is on show, fills the verification code, and goes
 * through the wizard as the background says.
 */
export function attendEnrolment(): void {
  const code = attendCodeField({
    find: () => {
      const reading = page.read();
      return reading && reading.step !== 'code-refused' ? reading.field : undefined;
    },
    ask: () => send('enrolment.code'),
    lookAgain: () => lookAtForm(),
  });
  const page = new OneReading((): PageReading | undefined => {
    const variant = variantOf(location.href);
    return variant && readPage(TABLES[variant], code.isOurs);
  });
  const { read } = page;
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
    page.within(() => {
      refusals();
      code.attend();
      wizard.look();
    });
    pictures.look();
  });
  const lookAtForm = inNextFrame(() => {
    page.within(() => {
      code.attend();
      wizard.look();
    });
  });
  // What is typed changes no node, and no picture.
  document.addEventListener('input', lookAtForm, { capture: true, passive: true });
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
  // Back from the browser's cache of pages: it is as it was left, so that no change tells of it.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    look();
    wizard.lookAnew();
  });
}

/** Tells each time the page begins to say that a code is wrong; whether it was ours, the background knows. */
function reportRefusals(read: () => PageReading | undefined): () => void {
  let isRefused = false;
  return () => {
    const before = isRefused;
    isRefused = read()?.step === 'code-refused';
    if (isRefused && !before) void send('code.refused', undefined).catch(() => undefined);
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
  }, PICTURES_PAUSE_MS);
  return {
    look,
    forget: () => {
      reported = undefined;
    },
  };
}
