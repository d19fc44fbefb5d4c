import type { HandlersOf, Services } from '../services.ts';
import { describeAdded } from './accounts.ts';
import { announced } from './announced.ts';

export function intakeHandlers({ intake, announceChange }: Services): HandlersOf<'intake'> {
  return {
    'intake.get': () => intake.get(),
    'intake.read': ({ texts, keep }) => intake.read(texts, keep),
    'intake.type': (typed) => intake.type(typed),
    'intake.add': async ({ accounts }) => {
      const confirmed = accounts.map(({ accountKind, ...each }) => ({
        ...each,
        kind: accountKind,
      }));
      const added = await announced(intake.add(confirmed), announceChange);
      return added.map(describeAdded);
    },
    'intake.clear': () => intake.clear(),
  };
}
