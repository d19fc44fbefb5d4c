import { isOnShow } from './on-show.ts';
import { accessibleName } from './wizard/accessible-name.ts';
import { type Phrases, says } from './wizard/phrases.ts';

const CONTROLS = 'button, a, [role="button"], [role="link"], [role="menuitem"], [role="option"]';

/** The one control of that name; none where there are several. */
export function namedControl(phrases: Phrases): HTMLElement | undefined {
  const [control, ...others] = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (each) => isOnShow(each) && says(accessibleName(each), [phrases]),
  );
  return others.length === 0 ? control : undefined;
}
