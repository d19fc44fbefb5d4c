import { onChanged, send } from '../messages/client.ts';
import { attendCodeField } from './code-field.ts';
import { ENTRA } from './microsoft-selectors.ts';
import { isVisible } from './visible.ts';
import { watchPage } from './watch.ts';
import { followInterrupt } from './wizard/interrupt.ts';

/** Fills the code that Entra's sign-in page asks for, and takes a drive through the page before forced registration. */
export function attendEntraSignIn(): void {
  const { attend } = attendCodeField({
    find: findCodeField,
    ask: () => {
      const tenant = readTenant();
      return send('signIn.code', { account: readAccount(), ...(tenant ? { tenant } : {}) });
    },
    lookAgain: () => look(),
  });
  const interrupt = followInterrupt();
  const reported = new WeakSet<Element>();
  const look = watchPage(() => {
    attend();
    interrupt.look();
    const error = findCodeError();
    if (!error || reported.has(error)) return;
    reported.add(error);
    // Whether that code was ours, the background knows: the page may be a new one since it was filled.
    void send('code.refused').catch(() => undefined);
  });
  const lookAnew = () => {
    look();
    interrupt.lookAnew();
  };
  onChanged(lookAnew);
  // Back from the browser's cache of pages: it is as it was left, so that no change tells of it.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) lookAnew();
  });
}

/** The field for an app's code; not that for a code by SMS or call, which looks the same. */
function findCodeField(): HTMLInputElement | undefined {
  const field = document.querySelector<HTMLInputElement>(ENTRA.code);
  const method = document.querySelector<HTMLInputElement>(ENTRA.method);
  if (!field || method?.value !== ENTRA.appCode) return undefined;
  return findCodeError() ? undefined : field;
}

function findCodeError(): Element | undefined {
  const error = document.querySelector(ENTRA.error);
  return error && isVisible(error) && error.textContent.trim() !== '' ? error : undefined;
}

function readAccount(): string {
  const shown = document.querySelector<HTMLElement>(ENTRA.account);
  return (
    shown?.title.trim() ||
    shown?.textContent.trim() ||
    document.querySelector<HTMLInputElement>(ENTRA.login)?.value.trim() ||
    ''
  );
}

/** `$Config` is the page's own variable, out of reach here; the script that sets it can be read. */
function readTenant(): string | undefined {
  for (const { textContent } of document.scripts) {
    const found = /"urlCancel":"[^"]*?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/iu.exec(
      textContent,
    );
    if (found?.[1]) return found[1].toLowerCase();
  }
  return undefined;
}
