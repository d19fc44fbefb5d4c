import * as v from 'valibot';
import { type Action, CONTROLS, type Control, type Observation, STEPS } from './wizard.ts';

/** Why a drive ended before the account was verified. Each has a sentence. */
export const STOP_REASONS = [
  'by-user',
  /** The page shows no way to another app than Microsoft's. */
  'other-apps-forbidden',
  /** The organisation does not offer authenticator apps. */
  'method-not-offered',
  'captcha',
  'code-refused',
  /** The page says that something failed. */
  'error',
  /** There is a QR code, and it cannot be read. */
  'unreadable',
  /** The QR code can be read, and is no set-up code that we can use. */
  'not-a-code',
  /** The page asks for the code of an account that was not added. */
  'nothing-added',
  /** What was chosen had no effect. */
  'stuck',
  /** A page that no driver knows. */
  'unexpected',
  /** The page was left for long. */
  'left',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

const RunningSchema = v.strictObject({
  state: v.literal('running'),
  /** Undefined until the page showed itself. */
  step: v.optional(v.picklist(STEPS)),
  /** What was chosen since the page came to this step: nothing is chosen twice. */
  chosen: v.array(v.picklist(CONTROLS)),
  choices: v.number(),
  /** The code for Microsoft's own app was on show. */
  sawPush: v.boolean(),
  /** The way to another app was looked for where it usually stands, and is not there. */
  missedOtherApp: v.boolean(),
  /** The way to another app was taken. */
  tookOtherApp: v.boolean(),
  /** When the page was last heard of, in milliseconds since 1970. */
  heardAt: v.number(),
});
type Running = v.InferOutput<typeof RunningSchema>;

/** One walk through Microsoft's wizard. It lives in `storage.session`, by tab. */
export const DriveSchema = v.variant('state', [
  RunningSchema,
  v.strictObject({
    state: v.literal('stopped'),
    step: v.optional(v.picklist(STEPS)),
    reason: v.picklist(STOP_REASONS),
  }),
  v.strictObject({ state: v.literal('finished') }),
]);
export type Drive = v.InferOutput<typeof DriveSchema>;

/** What the QR code on the page came to; `added`: it is in the vault. */
export type Reading = 'none' | 'push' | 'account' | 'added' | 'unusable';

/** Looks at a step before what it should show counts as missing: two seconds. */
const PATIENCE = 4;
/** Looks at a page that builds itself up, or does not answer: thirty seconds. */
const LONG_PATIENCE = 60;
/** Looks at an empty field: two minutes. */
const CODE_PATIENCE = 240;
/** Looks before a QR code counts: what was read of the one before may still be on its way. */
const SETTLED = 2;
/** The longest path has ten choices. Whatever sends us in circles ends here. */
const MOST_CHOICES = 30;
/** Somebody who signs in takes minutes; a page that comes back later is another story. */
const LEFT_MS = 15 * 60_000;

export function startDrive(now: number): Drive {
  return {
    state: 'running',
    chosen: [],
    choices: 0,
    sawPush: false,
    missedOtherApp: false,
    tookOtherApp: false,
    heardAt: now,
  };
}

export function stopDrive(drive: Drive, reason: StopReason): Drive {
  if (drive.state !== 'running') return drive;
  return { state: 'stopped', ...(drive.step ? { step: drive.step } : {}), reason };
}

interface Advance {
  readonly drive: Drive;
  readonly action: Action;
}

/** Where a drive stands, as the guides of the steps see it. */
interface Situation {
  readonly drive: Running;
  readonly observed: Observation;
  readonly reading: Reading;
}

/** What a guide wants: one of these controls, the first that is there; to wait; or to end. */
type Advice =
  | { readonly choose: readonly Control[]; readonly knowing?: Partial<Running> }
  /** `else`: why the drive ends where nothing has changed after so many looks. */
  | { readonly wait: number; readonly else: StopReason }
  /** Only the user goes on from here. */
  | { readonly rest: true }
  | { readonly stop: StopReason }
  /** The way is at its end; this control, if there is one, closes the page's dialog. */
  | { readonly finish: Control | undefined };

const LOOK: Action = { kind: 'look' };
const REST: Action = { kind: 'rest' };

/**
 * The next state of a drive, and what the page is to do, from what the page shows. It chooses only what the table below
 * names for the step, each control once a step, and ends on everything else.
 *
 * @param now milliseconds since 1970
 */
export function advance(
  drive: Drive,
  observed: Observation,
  reading: Reading,
  now: number,
): Advance {
  if (drive.state !== 'running') return { drive, action: REST };
  if (now - drive.heardAt > LEFT_MS) return { drive: stopDrive(drive, 'left'), action: REST };
  const arrived = drive.step !== observed.step;
  const here: Running = {
    ...drive,
    step: observed.step,
    chosen: arrived ? [] : drive.chosen,
    heardAt: now,
  };
  return follow(here, observed, GUIDES[observed.step]({ drive: here, observed, reading }));
}

function follow(drive: Running, observed: Observation, advice: Advice): Advance {
  if ('finish' in advice) {
    const { finish: control } = advice;
    return { drive: { state: 'finished' }, action: control ? { kind: 'click', control } : REST };
  }
  if ('stop' in advice) return { drive: stopDrive(drive, advice.stop), action: REST };
  if ('rest' in advice) return { drive, action: REST };
  if ('wait' in advice) {
    const over = observed.looks >= advice.wait;
    return over ? { drive: stopDrive(drive, advice.else), action: REST } : { drive, action: LOOK };
  }
  const control = advice.choose.find((each) => isOpen(drive, observed, each));
  if (!control) return follow(drive, observed, { wait: LONG_PATIENCE, else: 'stuck' });
  if (drive.choices >= MOST_CHOICES) return follow(drive, observed, { stop: 'stuck' });
  return {
    drive: {
      ...drive,
      ...advice.knowing,
      chosen: [...drive.chosen, control],
      choices: drive.choices + 1,
    },
    action: { kind: 'click', control },
  };
}

function isOpen(drive: Running, { controls }: Observation, control: Control): boolean {
  return controls.includes(control) && !drive.chosen.includes(control);
}

const GUIDES: Record<Observation['step'], (situation: Situation) => Advice> = {
  loading: () => ({ wait: LONG_PATIENCE, else: 'unexpected' }),
  other: () => ({ wait: LONG_PATIENCE, else: 'unexpected' }),
  interrupt: () => ({ choose: ['next'] }),
  overview: ({ observed, reading }) =>
    // Older pages say in passing, over the list, that the method was added. Whoever missed it must not add another one.
    reading === 'added' && observed.submitted
      ? { wait: LONG_PATIENCE, else: 'unexpected' }
      : { choose: ['add-method'] },

  'pick-method': (situation) => {
    const path = ['authenticator-app', 'verification-code', 'set-up'] as const;
    const begun = situation.drive.chosen.length > 0;
    if (begun || path.some((control) => isOpen(situation.drive, situation.observed, control))) {
      return { choose: path };
    }
    return { wait: PATIENCE, else: 'method-not-offered' };
  },

  'get-app': (situation) => {
    const { drive, observed } = situation;
    if (drive.chosen.length > 0) return { choose: [] };
    if (isOpen(drive, observed, 'different-app')) return OTHER_APP;
    if (observed.looks < PATIENCE || drive.sawPush) {
      return { wait: PATIENCE, else: 'other-apps-forbidden' };
    }
    // It may stand beside the QR code.
    return observed.controls.includes('next')
      ? { choose: ['next'], knowing: { missedOtherApp: true } }
      : { stop: 'other-apps-forbidden' };
  },

  'set-up-account': ({ drive }) => ({
    choose: drive.sawPush && !drive.tookOtherApp && !drive.missedOtherApp ? ['back'] : ['next'],
  }),

  qr: (situation) => {
    const { drive, observed, reading } = situation;
    if (observed.looks < SETTLED) return { wait: SETTLED, else: 'stuck' };
    switch (reading) {
      case 'none':
        return { wait: LONG_PATIENCE / 2, else: 'unreadable' };
      case 'unusable':
        return { wait: PATIENCE, else: 'not-a-code' };
      case 'account':
        return { rest: true };
      case 'added':
        // Where the field stands beside the code, the way on opens with what is filled in.
        return observed.controls.includes('next') ? { choose: ['next'] } : { rest: true };
      case 'push':
        return pastPush(drive, observed);
    }
  },

  'push-trial': () => ({ choose: ['back'], knowing: { sawPush: true } }),

  'enter-code': ({ observed, reading }) => {
    if (reading !== 'added') return observed.filled ? { stop: 'nothing-added' } : goBack(observed);
    if (observed.submitted) return { wait: LONG_PATIENCE, else: 'stuck' };
    // A fresh code may be a period away, and a locked vault gives none.
    return observed.filled ? { choose: ['next'] } : { wait: CODE_PATIENCE, else: 'stuck' };
  },

  done: ({ observed, reading }) => {
    // It may be another method's success, or one of before.
    if (reading !== 'added' || !observed.submitted) return { stop: 'unexpected' };
    return { finish: (['done', 'next'] as const).find((each) => observed.controls.includes(each)) };
  },

  'code-refused': () => ({ stop: 'code-refused' }),
  captcha: () => ({ stop: 'captcha' }),
  error: () => ({ stop: 'error' }),
};

const OTHER_APP = { choose: ['different-app'], knowing: { tookOtherApp: true } } as const;

function pastPush(drive: Running, observed: Observation): Advice {
  if (isOpen(drive, observed, 'different-app')) {
    return { ...OTHER_APP, knowing: { ...OTHER_APP.knowing, sawPush: true } };
  }
  // It was chosen here: the picture of the code for other apps is on its way.
  if (drive.chosen.includes('different-app')) return { wait: LONG_PATIENCE, else: 'stuck' };
  if (drive.missedOtherApp || drive.tookOtherApp || !observed.controls.includes('back')) {
    return { wait: PATIENCE, else: 'other-apps-forbidden' };
  }
  return { choose: ['back'], knowing: { sawPush: true } };
}

/** To the QR code, where the drive began behind it. */
function goBack({ controls }: Observation): Advice {
  return controls.includes('back') ? { choose: ['back'] } : { stop: 'nothing-added' };
}
