import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  advance,
  type Drive,
  type Reading,
  type StopReason,
  startDrive,
  stopDrive,
} from '../../src/enrolment/drive.ts';
import {
  type Action,
  CONTROLS,
  type Control,
  type Observation,
  STEPS,
  type Step,
} from '../../src/enrolment/wizard.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

function seeing(step: Step, controls: readonly Control[] = [], rest: Partial<Observation> = {}) {
  return {
    variant: 'security-info',
    step,
    controls: [...controls],
    filled: false,
    submitted: false,
    looks: 2,
    ...rest,
  } satisfies Observation;
}

/** What a new drive does at once where it is shown this. */
function first(observed: Observation, reading: Reading = 'none') {
  return advance(startDrive(NOW), observed, reading, NOW);
}

/** Shows a drive one thing after the other; gives the last answer. */
function shown(...scenes: readonly (readonly [Observation, Reading])[]) {
  return scenes.reduce<{ drive: Drive; action: Action }>(
    ({ drive }, [observed, reading]) => advance(drive, observed, reading, NOW),
    { drive: startDrive(NOW), action: { kind: 'rest' } },
  );
}

const click = (control: Control): Action => ({ kind: 'click', control });
const LOOK: Action = { kind: 'look' };
const REST: Action = { kind: 'rest' };

describe('at each step the drive chooses what leads on:', () => {
  test.each<[string, Observation, Reading, Action]>([
    ['the interruption of a sign-in', seeing('interrupt', ['next']), 'none', click('next')],
    ['the list of methods', seeing('overview', ['add-method']), 'none', click('add-method')],
    [
      'the choice of methods',
      seeing('pick-method', ['authenticator-app', 'back']),
      'none',
      click('authenticator-app'),
    ],
    [
      'the legacy choice, the app chosen',
      seeing('pick-method', ['verification-code', 'set-up']),
      'none',
      click('verification-code'),
    ],
    ['the same, codes chosen', seeing('pick-method', ['set-up']), 'none', click('set-up')],
    [
      'the app to get',
      seeing('get-app', ['next', 'different-app']),
      'none',
      click('different-app'),
    ],
    ['setting up', seeing('set-up-account', ['back', 'next']), 'none', click('next')],
    ['a code that is in the vault', seeing('qr', ['next', 'back']), 'added', click('next')],
    [
      'the code of the push kind, with a link',
      seeing('qr', ['next', 'back', 'different-app']),
      'push',
      click('different-app'),
    ],
    ['the code of the push kind', seeing('qr', ['next', 'back']), 'push', click('back')],
    ['waiting for a phone', seeing('push-trial', ['back']), 'none', click('back')],
    [
      'the field with our code',
      seeing('enter-code', ['next', 'back'], { filled: true }),
      'added',
      click('next'),
    ],
    ['the field without a code yet', seeing('enter-code', ['next', 'back']), 'added', LOOK],
    [
      'a field whose account is not added',
      seeing('enter-code', ['next', 'back']),
      'none',
      click('back'),
    ],
    ['an account that only the user can add', seeing('qr', ['next', 'back']), 'account', REST],
    ['a page that builds itself up', seeing('loading'), 'none', LOOK],
    ['a page that nobody knows', seeing('other', ['next']), 'none', LOOK],
  ])('%s', (_, observed, reading, action) => {
    expect(first(observed, reading).action).toEqual(action);
  });

  it('is finished where the method is added, and closes the dialog', () => {
    const sent = { submitted: true };
    const { drive, action } = first(seeing('done', ['done'], sent), 'added');
    expect(drive).toEqual({ state: 'finished' });
    expect(action).toEqual(click('done'));
    expect(first(seeing('done', [], sent), 'added').drive).toEqual({ state: 'finished' });
  });
});

describe('the drive stops', () => {
  const patient = { looks: 4 };
  const veryPatient = { looks: 60 };
  test.each<[StopReason, string, Observation, Reading]>([
    ['captcha', 'at a captcha', seeing('captcha', ['next']), 'added'],
    [
      'code-refused',
      'at a refused code',
      seeing('code-refused', ['next'], { filled: true }),
      'added',
    ],
    ['error', 'at an error', seeing('error', ['next']), 'none'],
    ['method-not-offered', 'without the method', seeing('pick-method', ['back'], patient), 'none'],
    ['other-apps-forbidden', 'with no way on', seeing('get-app', [], patient), 'none'],
    ['unreadable', 'at a code that cannot be read', seeing('qr', ['next'], { looks: 30 }), 'none'],
    ['not-a-code', 'at another code', seeing('qr', ['next'], patient), 'unusable'],
    ['unexpected', 'where nothing is known', seeing('other', ['next'], veryPatient), 'none'],
    ['unexpected', 'where nothing comes', seeing('loading', [], veryPatient), 'none'],
    ['unexpected', 'where another method was added', seeing('done', ['done']), 'none'],
    ['unexpected', 'where something is added without our code', seeing('done', ['done']), 'added'],
    ['stuck', 'where no code comes', seeing('enter-code', ['next'], { looks: 240 }), 'added'],
    ['stuck', 'where the control is missing', seeing('overview', [], veryPatient), 'none'],
    [
      'stuck',
      'where the server does not answer',
      seeing('enter-code', ['next'], { filled: true, submitted: true, looks: 60 }),
      'added',
    ],
    [
      'nothing-added',
      'at a field that somebody else filled',
      seeing('enter-code', ['next'], { filled: true }),
      'none',
    ],
    ['nothing-added', 'at a field with no way back', seeing('enter-code', ['next']), 'none'],
  ])('%s: %s', (reason, _, observed, reading) => {
    const { drive, action } = first(observed, reading);
    expect(drive).toEqual({ state: 'stopped', step: observed.step, reason });
    expect(action).toEqual(REST);
  });

  it('and says where', () => {
    const { drive } = shown([seeing('overview', ['add-method']), 'none']);
    expect(stopDrive(drive, 'by-user')).toEqual({
      state: 'stopped',
      step: 'overview',
      reason: 'by-user',
    });
  });

  it('for good', () => {
    const stopped: Drive = { state: 'stopped', reason: 'captcha' };
    const after = advance(stopped, seeing('overview', ['add-method']), 'none', NOW);
    expect(after).toEqual({ drive: stopped, action: REST });
    expect(stopDrive(stopped, 'by-user')).toBe(stopped);
    expect(stopDrive({ state: 'finished' }, 'by-user')).toEqual({ state: 'finished' });
  });

  it('where the page comes back after a long time, and not after a sign-in', () => {
    const drive = startDrive(NOW);
    const at = (minutes: number) =>
      advance(drive, seeing('overview', ['add-method']), 'none', NOW + minutes * MINUTE);
    expect(at(14).action).toEqual(click('add-method'));
    expect(at(16).drive).toEqual({ state: 'stopped', reason: 'left' });
    const again = advance(at(14).drive, seeing('loading'), 'none', NOW + 28 * MINUTE);
    expect(again.drive.state).toBe('running');
  });
});

describe('the way past the push code', () => {
  const qr = seeing('qr', ['next', 'back']);
  const setUp = seeing('set-up-account', ['next', 'back']);
  const getApp = seeing('get-app', ['next', 'back', 'different-app']);

  it('leads back to where the other app is chosen, and from there on', () => {
    expect(shown([qr, 'push'], [setUp, 'push']).action).toEqual(click('back'));
    expect(shown([qr, 'push'], [setUp, 'push'], [getApp, 'push']).action).toEqual(
      click('different-app'),
    );
    expect(shown([qr, 'push'], [setUp, 'push'], [getApp, 'push'], [setUp, 'none']).action).toEqual(
      click('next'),
    );
  });

  it('is looked for beside the code where it is not at the app', () => {
    const without = seeing('get-app', ['next', 'back'], { looks: 4 });
    expect(first({ ...without, looks: 3 }).action).toEqual(LOOK);
    expect(first(without).action).toEqual(click('next'));
    expect(shown([without, 'none'], [setUp, 'none']).action).toEqual(click('next'));
    const link = seeing('qr', ['next', 'back', 'different-app']);
    expect(shown([without, 'none'], [setUp, 'none'], [link, 'push']).action).toEqual(
      click('different-app'),
    );
    expect(
      shown([without, 'none'], [setUp, 'none'], [{ ...qr, looks: 4 }, 'push']).drive,
    ).toMatchObject({ state: 'stopped', reason: 'other-apps-forbidden' });
  });

  it('is given up where neither place has it', () => {
    const without = seeing('get-app', ['next', 'back'], { looks: 4 });
    expect(shown([qr, 'push'], [setUp, 'push'], [without, 'push']).drive).toMatchObject({
      state: 'stopped',
      reason: 'other-apps-forbidden',
    });
  });

  it('was not taken where the page shows the push code all the same', () => {
    const link = seeing('qr', ['different-app']);
    expect(shown([link, 'push'], [link, 'push']).action).toEqual(LOOK);
    expect(shown([link, 'push'], [{ ...link, looks: 60 }, 'push']).drive).toMatchObject({
      reason: 'stuck',
    });
  });

  it('does not count what may have been read of the step before', () => {
    expect(first({ ...qr, looks: 1 }, 'push').action).toEqual(LOOK);
    expect(first({ ...qr, looks: 1 }, 'added').action).toEqual(LOOK);
  });
});

test('nothing is chosen twice while the page stays at a step', () => {
  const overview = seeing('overview', ['add-method']);
  expect(shown([overview, 'none'], [overview, 'none']).action).toEqual(LOOK);
  const field = seeing('enter-code', ['next'], { filled: true });
  expect(shown([field, 'added'], [field, 'added']).action).toEqual(LOOK);
  // Another visit is another matter.
  expect(shown([overview, 'none'], [seeing('loading'), 'none'], [overview, 'none']).action).toEqual(
    click('add-method'),
  );
});

const observation: fc.Arbitrary<Observation> = fc.record({
  variant: fc.constantFrom('security-info', 'legacy'),
  step: fc.constantFrom(...STEPS),
  controls: fc.uniqueArray(fc.constantFrom(...CONTROLS)),
  filled: fc.boolean(),
  submitted: fc.boolean(),
  looks: fc.nat(70),
});
const reading = fc.constantFrom<Reading>('none', 'push', 'account', 'added', 'unusable');

test('whatever a page shows, the drive chooses only what is there, and ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(observation, reading), { maxLength: 200 }), (scenes) => {
      let drive = startDrive(NOW);
      let clicks = 0;
      for (const [observed, read] of scenes) {
        const after = advance(drive, observed, read, NOW);
        if (after.action.kind === 'click') {
          expect(observed.controls).toContain(after.action.control);
          expect(drive.state).toBe('running');
          clicks += 1;
        }
        if (drive.state !== 'running') expect(after).toEqual({ drive, action: REST });
        drive = after.drive;
      }
      expect(clicks).toBeLessThanOrEqual(31);
    }),
  );
});

test('a code is sent on once, and never after a refusal', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(observation, reading), { maxLength: 60 }), (scenes) => {
      let drive = startDrive(NOW);
      let refused = false;
      for (const [observed, read] of scenes) {
        const after = advance(drive, observed, read, NOW);
        refused ||= drive.state === 'running' && observed.step === 'code-refused';
        if (after.action.kind === 'click') {
          expect(refused).toBe(false);
          if (observed.step === 'enter-code' && after.action.control === 'next') {
            expect(observed.filled && !observed.submitted && read === 'added').toBe(true);
          }
        }
        drive = after.drive;
      }
    }),
  );
});
