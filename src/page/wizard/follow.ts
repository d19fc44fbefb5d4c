import type { Action, Control, Observation, Step } from '../../enrolment/wizard.ts';
import { LOOK_MS } from '../../enrolment/wizard.ts';
import { coalesce } from '../coalesce.ts';
import { afterChoice, afterLook, NO_PATIENCE, type Patience } from './patience.ts';
import { type Showing, ShownTimer } from './shown-timer.ts';

interface Page {
  readonly showing: Showing;
  /** What the page shows; undefined where it is none of the wizard's. */
  readonly read: () => Omit<Observation, 'looks'> | undefined;
  /** Chooses a control, unless the page has moved on from the step. */
  readonly perform: (control: Control, step: Step) => Promise<void>;
  /** Tells the background, and asks it what to do. */
  readonly send: (observation: Observation) => Promise<Action>;
}

/**
 * Tells the background what the page shows whenever that changes, and does what it answers. Returns the functions to call
 * when the page changed, and when what the background knows did.
 */
export function follow({ showing, read, perform, send }: Page): {
  readonly look: () => void;
  readonly lookAnew: () => void;
} {
  let patience: Patience = NO_PATIENCE;
  let told: string | undefined;
  let inTime = false;
  const look = coalesce(async () => {
    const seen = read();
    const isInTime = inTime;
    inTime = false;
    if (!seen) {
      told = undefined;
      return timer.cancel();
    }
    patience = afterLook(patience, seen.step, isInTime);
    const observation = { ...seen, looks: patience.looks };
    const text = JSON.stringify(observation);
    if (text === told && !isInTime) return;
    told = undefined;
    const action = await send(observation);
    told = text;
    await act(action, seen.step);
  });
  const timer = new ShownTimer(showing, LOOK_MS, () => {
    inTime = true;
    look();
  });

  const act = async (action: Action, step: Step) => {
    if (action.kind === 'rest') return timer.cancel();
    if (action.kind === 'click') {
      await perform(action.control, step);
      patience = afterChoice(patience);
    }
    // Also after a choice: that a page does not answer is told by nothing but time.
    timer.ask();
  };

  return {
    look,
    lookAnew: () => {
      told = undefined;
      look();
    },
  };
}
