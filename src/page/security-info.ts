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
  const attendPictures = reportPictures();
  const look = watchPage(() => {
    attendCode();
    attendPictures();
  });
  onChanged(look);
  addEventListener('pagehide', () => void send('enrolment.left').catch(() => undefined));
}

/** Reports the candidates whenever they are other ones than before. */
function reportPictures(): () => void {
  let reported = '[]';
  return coalesce(async () => {
    const pictures = await collectPictures();
    const seen = JSON.stringify(pictures);
    if (seen === reported) return;
    await send('enrolment.seen', { pictures });
    reported = seen;
  });
}
