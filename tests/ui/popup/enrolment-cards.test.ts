import { describe, expect, it } from 'vitest';
import { type Enrolment, enrolmentCards } from '../../../src/ui/popup/enrolment-cards.ts';
import { accountFinding } from '../enrolment/account-finding.ts';

const PUSH = { kind: 'push', form: 'https', account: 'work' } as const;
const TEXT = { kind: 'text', text: 'Hello' } as const;
const ADDED = {
  id: '11111111-1111-4111-8111-111111111111',
  issuer: 'Microsoft',
  account: 'alex@contoso.example',
  organisation: 'Contoso',
  verified: false,
};
const VERIFIED = { ...ADDED, verified: true };
const RUNNING = { state: 'running', step: 'qr' } as const;
const STOPPED = { state: 'stopped', step: 'qr', reason: 'stuck' } as const;

const cards = (enrolment: Partial<Enrolment>, foundNothing?: boolean) =>
  enrolmentCards({ findings: [], scanned: false, canEnrol: false, ...enrolment }, foundNothing);

describe('enrolmentCards', () => {
  it('are none where there is nothing to say', () => {
    expect(cards({})).toEqual({
      drive: undefined,
      added: undefined,
      accounts: [],
      others: [],
      canDrivePast: false,
      enrolHere: false,
      nothingRead: false,
      canDismiss: false,
    });
  });

  it('tell accounts from everything else', () => {
    const account = accountFinding();
    const { accounts, others, canDismiss } = cards({ findings: [account, TEXT] });
    expect(accounts).toEqual([account]);
    expect(others).toEqual([TEXT]);
    expect(canDismiss).toBe(true);
  });

  it('leave to a drive what it passes by itself, and no way to dismiss what is under way', () => {
    const account = accountFinding();
    const { drive, accounts, others, canDismiss, canDrivePast } = cards({
      findings: [account, PUSH],
      drive: RUNNING,
    });
    expect(drive).toBe(RUNNING);
    expect(accounts).toEqual([account]);
    expect(others).toEqual([]);
    expect(canDismiss).toBe(false);
    expect(canDrivePast).toBe(false);
  });

  it('show what stands on the page where a drive has stopped', () => {
    const { drive, others, canDismiss, canDrivePast } = cards({
      findings: [PUSH],
      drive: STOPPED,
    });
    expect(drive).toBe(STOPPED);
    expect(others).toEqual([PUSH]);
    expect(canDismiss).toBe(true);
    expect(canDrivePast).toBe(false);
  });

  it('name no way past the push code where the drive found none', () => {
    const drive = { ...STOPPED, reason: 'other-apps-forbidden' } as const;
    expect(cards({ findings: [PUSH, TEXT], drive }).others).toEqual([TEXT]);
  });

  it('show what was added once: by the card of the drive, or by its own', () => {
    expect(cards({ added: ADDED }).added).toBe(ADDED);
    expect(cards({ added: ADDED, drive: RUNNING }).added).toBeUndefined();
    expect(cards({ added: ADDED, drive: STOPPED }).added).toBeUndefined();
  });

  it.each([RUNNING, STOPPED, { state: 'finished' } as const])(
    'say no more than "verified" once it is: %j',
    (drive) => {
      const verified = cards({ added: VERIFIED, drive });
      expect(verified.added).toBe(VERIFIED);
      expect(verified.drive).toBeUndefined();
    },
  );

  it('offer to enrol where nothing else is going on', () => {
    expect(cards({ canEnrol: true }).enrolHere).toBe(true);
    expect(cards({ canEnrol: true, findings: [TEXT] }).enrolHere).toBe(false);
    expect(cards({ canEnrol: true, drive: STOPPED }).enrolHere).toBe(false);
    expect(cards({ canEnrol: true, added: ADDED }).enrolHere).toBe(true);
    expect(cards({ canEnrol: true, added: { ...ADDED, verified: true } }).enrolHere).toBe(false);
  });

  it('offer to go past a push code where a wizard shows it', () => {
    expect(cards({ findings: [PUSH] }).canDrivePast).toBe(true);
    expect(cards({ findings: [PUSH], scanned: true }).canDrivePast).toBe(false);
    expect(cards({ findings: [PUSH], scanned: true, canEnrol: true }).canDrivePast).toBe(true);
    expect(cards({ findings: [TEXT] }).canDrivePast).toBe(false);
  });

  it('say that nothing was read, also after a scan by menu or key', () => {
    expect(cards({ scanned: true }).nothingRead).toBe(true);
    expect(cards({ scanned: true }).canDismiss).toBe(true);
    expect(cards({}, true).nothingRead).toBe(true);
  });

  it('do not say so once something was read or added, or was put away', () => {
    const transfer = { read: 1, of: 2, problems: [], startedAnew: false };
    expect(cards({ scanned: true, findings: [TEXT] }, true).nothingRead).toBe(false);
    expect(cards({ scanned: true, transfer }).nothingRead).toBe(false);
    expect(cards({ scanned: true, transfer }, true).nothingRead).toBe(true);
    expect(cards({ scanned: true }, false).nothingRead).toBe(false);
  });
});
