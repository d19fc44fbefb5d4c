import { describe, expect, it, test } from 'vitest';
import { accountFinding } from '../../src/enrolment/finding.ts';
import {
  type Held,
  hearOf,
  lacksSecrets,
  left,
  NOTHING_HELD,
  readingOf,
  withoutSecrets,
} from '../../src/enrolment/held.ts';
import type { Observation, Step } from '../../src/enrolment/wizard.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';

const ADDED: NonNullable<Held['added']> = {
  accountId: 'a0000000-0000-4000-8000-000000000000',
  findingId: 'x',
  onShow: false,
  filled: true,
  submitted: false,
  accepted: false,
  verified: false,
};
const PUSH = { kind: 'push', form: 'https', account: 'work' } as const;

function seeing(step: Step, submitted = false): Observation {
  return { variant: 'security-info', step, controls: [], filled: true, submitted, looks: 0 };
}

describe('an account counts as accepted', () => {
  const submitted = hearOf(ADDED, seeing('enter-code', true));

  it('where the page says that it is done, after our code was sent', () => {
    expect(hearOf(submitted, seeing('done')).accepted).toBe(true);
    // The page may be a new document, which knows nothing of the field before.
    expect(hearOf(hearOf(submitted, seeing('loading')), seeing('done')).accepted).toBe(true);
  });

  it('not where nothing of ours was sent', () => {
    expect(hearOf(ADDED, seeing('done')).accepted).toBe(false);
    const unfilled = { ...ADDED, filled: false };
    expect(hearOf(hearOf(unfilled, seeing('enter-code', true)), seeing('done')).accepted).toBe(
      false,
    );
  });

  it('not where the code was refused in between', () => {
    expect(hearOf(hearOf(submitted, seeing('code-refused')), seeing('done')).accepted).toBe(false);
  });

  it('not where another method was begun in between', () => {
    const begun = hearOf(submitted, seeing('pick-method'));
    expect(hearOf(begun, seeing('done')).accepted).toBe(false);
  });

  it('not where the wizard was only left', () => {
    expect(hearOf(submitted, seeing('overview')).accepted).toBe(false);
  });

  it('for good', () => {
    const accepted = hearOf(submitted, seeing('done'));
    expect(hearOf(accepted, seeing('overview')).accepted).toBe(true);
  });
});

describe('when its page is left,', () => {
  const held: Held = {
    ...NOTHING_HELD,
    tenant: 't',
    variant: 'security-info',
    picturesDigest: 'd',
    findings: [PUSH],
  };
  const running: Held['drive'] = {
    state: 'running',
    chosen: [],
    choices: 0,
    sawPush: false,
    missedOtherApp: false,
    tookOtherApp: false,
    heardAt: 0,
  };

  test.each<[string, Held]>([
    ['what was read', held],
    ['an account whose code was not sent', { ...held, added: ADDED }],
    [
      'one that is verified',
      { ...held, added: { ...ADDED, submitted: true, accepted: true, verified: true } },
    ],
    ['a drive that is over', { ...held, drive: { state: 'finished' } }],
  ])('%s is forgotten', (_, before) => {
    expect(left(before)).toBeUndefined();
  });

  test.each<[string, Held]>([
    ['a drive goes on', { ...held, drive: running }],
    [
      'an account may be accepted on the next page',
      { ...held, added: { ...ADDED, submitted: true } },
    ],
    [
      'one that is accepted, and the vault is locked',
      { ...held, added: { ...ADDED, submitted: true, accepted: true } },
    ],
    ['the interruption of a sign-in leads on', { ...held, variant: 'registration' }],
  ])('%s; what was read is forgotten', (_, before) => {
    expect(left(before)).toEqual({ ...before, findings: [], picturesDigest: '' });
  });
});

describe('what a drive makes of the code on the page:', async () => {
  const account = await accountFinding(totp());
  const onShow = { ...ADDED, onShow: true };
  test.each<[string, Step, Partial<Held>]>([
    ['none', 'qr', {}],
    ['push', 'qr', { findings: [PUSH] }],
    ['unusable', 'qr', { findings: [{ kind: 'web', address: 'https://contoso.example/' }] }],
    ['account', 'qr', { findings: [PUSH, account] }],
    ['added', 'qr', { added: onShow }],
    ['added', 'qr', { added: onShow, findings: [PUSH] }],
    ['added', 'enter-code', { added: ADDED }],
    // Another account is on show now, or the code of another one is not read yet.
    ['account', 'qr', { added: onShow, findings: [account] }],
    ['none', 'qr', { added: ADDED }],
    ['push', 'qr', { added: ADDED, findings: [PUSH] }],
  ])('%s, at %s', (reading, step, held) => {
    expect(readingOf({ ...NOTHING_HELD, ...held }, step)).toBe(reading);
  });
});

it('keeps no secret while the vault is locked', async () => {
  const held: Held = {
    ...NOTHING_HELD,
    findings: [await accountFinding(totp()), PUSH],
    transfer: {
      batchId: 1,
      size: 2,
      read: [0],
      accounts: [totp()],
      problems: [],
      startedAnew: false,
    },
  };
  const kept = withoutSecrets(held);
  expect(JSON.stringify(kept)).not.toContain(RFC_SECRET);
  expect(lacksSecrets(kept)).toBe(true);
  expect(lacksSecrets(held)).toBe(false);
  expect(kept.findings).toHaveLength(2);
});
