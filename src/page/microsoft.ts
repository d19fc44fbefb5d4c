import { LIVE_ORIGIN } from '../origins/microsoft.ts';
import { attendSignIn } from './attend-sign-in.ts';
import { ENTRA_PAGES } from './entra.ts';
import { LIVE_PAGES } from './live.ts';
import { OpenRoots } from './open-roots.ts';
import { PushPage } from './push-page.ts';
import { watchFields } from './watch-fields.ts';
import { followInterrupt } from './wizard/interrupt.ts';

/** Attends Microsoft's sign-in pages, and takes a drive through the page before forced registration. */
export function attendMicrosoft(): void {
  const watch = (look: () => void) =>
    watchFields(look, { isInputNeeded: false, roots: new OpenRoots() });
  if (location.origin === LIVE_ORIGIN) attendSignIn(LIVE_PAGES, watch, { Push: PushPage });
  else attendSignIn(ENTRA_PAGES, watch, { Push: PushPage, beside: followInterrupt() });
}
