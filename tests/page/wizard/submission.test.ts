import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/enrolment/wizard.ts';
import {
  afterSeeing,
  afterSending,
  type FieldState,
  type Submission,
} from '../../../src/page/wizard/submission.ts';

const FIELD = {};
const NOTHING: Submission = { submitted: false };
const filled: FieldState = { field: FIELD, filled: true, step: 'enter-code' };
const SENT = afterSending(NOTHING, filled);

describe('a code', () => {
  it('is submitted where it stood in the field when the page was told to go on', () => {
    expect(SENT.submitted).toBe(true);
    expect(afterSending(NOTHING, { ...filled, filled: false }).submitted).toBe(false);
  });

  it.each<[string, FieldState]>([
    ['while it still stands there', filled],
    ['while the page waits without a field', { field: undefined, filled: false, step: 'loading' }],
    ['while the page cleared its field', { ...filled, filled: false }],
    ['while the page drew its field anew, with the code', { ...filled, field: {} }],
  ])('stays so %s', (_, state) => {
    expect(afterSeeing(SENT, state).submitted).toBe(true);
  });

  it.each<[string, FieldState]>([
    ['that is refused', { ...filled, step: 'code-refused' }],
    ['after which another field waits', { field: {}, filled: false, step: 'enter-code' }],
  ])('%s is not submitted any more', (_, state) => {
    expect(afterSeeing(SENT, state).submitted).toBe(false);
  });

  it.each<Step>(['pick-method', 'get-app', 'set-up-account', 'push-trial'])(
    'after which the page shows %s again is not submitted any more',
    (step) => {
      const earlier: FieldState = { field: undefined, filled: false, step };
      expect(afterSeeing(SENT, earlier).submitted).toBe(false);
    },
  );

  it('stays so when the page is told to go on once more', () => {
    expect(afterSending(SENT, { ...filled, filled: false }).submitted).toBe(true);
  });
});
