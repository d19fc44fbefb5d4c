import { onChanged, send } from '../messages/client.ts';
import { coalesce } from './coalesce.ts';
import { attendCodeField } from './code-field.ts';
import { SECURITY_INFO } from './microsoft-selectors.ts';
import { collectPictures } from './pictures.ts';
import { watchPage } from './watch.ts';

/** Reports the set-up code that the Security info wizard shows, and fills the wizard's verification code. */
export function attendSecurityInfo(): void {
  const attendCode = attendCodeField({
    find: () => document.querySelector<HTMLInputElement>(SECURITY_INFO.code) ?? undefined,
    ask: () => send('enrolment.code'),
    lookAgain: () => look(),
  });
  const pictures = reportPictures();
  const look = watchPage(() => {
    attendCode();
    pictures.look();
  });
  onChanged(() => {
    // A locked vault remembers no secret: now that it may be open, it must see the code again.
    pictures.forget();
    look();
  });
  addEventListener('pagehide', () => {
    pictures.forget();
    void send('enrolment.left').catch(() => undefined);
  });
}

/** Reports the candidates whenever they are other ones than before, or than before the page was left. */
function reportPictures(): { look: () => void; forget: () => void } {
  let reported = '[]';
  const look = coalesce(async () => {
    const pictures = await collectPictures();
    const seen = JSON.stringify(pictures);
    if (seen === reported) return;
    await send('enrolment.seen', { pictures });
    reported = seen;
  });
  return {
    look,
    forget: () => {
      reported = '[]';
    },
  };
}
