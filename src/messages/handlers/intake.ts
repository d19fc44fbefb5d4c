import type { HandlersOf, Services } from '../services.ts';
import { describeAdded } from './accounts.ts';
import { announced } from './announced.ts';

export function intakeHandlers({ intake, announceChange }: Services): HandlersOf<'intake'> {
  return {
    'intake.get': ({ page }) => intake.get(page),
    'intake.read': ({ page, texts, keep }) => intake.read(page, texts, keep),
    'intake.type': ({ page, ...typed }) => intake.type(page, typed),
    'intake.add': async ({ page, accounts }) => {
      const confirmed = accounts.map(({ accountKind, ...each }) => ({
        ...each,
        kind: accountKind,
      }));
      const added = await announced(intake.add(page, confirmed), announceChange);
      return added.map(describeAdded);
    },
    'intake.clear': ({ page }) => intake.clear(page),
  };
}
