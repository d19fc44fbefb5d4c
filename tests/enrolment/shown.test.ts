import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { startDrive, stopDrive } from '../../src/enrolment/drive.ts';
import { accountFinding, withoutSecret } from '../../src/enrolment/finding.ts';
import { type Held, NOTHING_HELD, withoutSecrets } from '../../src/enrolment/held.ts';
import { showFindings, showHeld, showTransfer } from '../../src/enrolment/shown.ts';
import { PROTOCOL } from '../../src/messages/protocol.ts';
import { addAccount, deleteAccounts, type NewAccount } from '../../src/vault/accounts.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';
import { EMPTY_DOCUMENT } from '../vault/empty-document.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const ID = 'a0000000-0000-4000-8000-000000000000';
const OTHER = totp({ secret: 'MZXW6YTBOI' });
const PUSH = { kind: 'push', form: 'https', account: 'work' } as const;
const finding = await accountFinding(totp());

const ADDED: NonNullable<Held['added']> = {
  accountId: ID,
  findingId: 'x',
  onShow: false,
  filled: false,
  submitted: false,
  accepted: false,
  verified: false,
};

function vaultWith(account: Partial<NewAccount> = {}): VaultDocument {
  const added = {
    credential: totp(),
    kind: 'work',
    origins: [],
    tenant: TENANT,
    ...account,
  } as const;
  return addAccount(added, ID)(EMPTY_DOCUMENT, 0)?.document ?? EMPTY_DOCUMENT;
}

/** As the popup gets it: what the protocol does not name makes it throw. */
function shown(held: Partial<Held>, document: VaultDocument | undefined = EMPTY_DOCUMENT) {
  const answer = showHeld({ ...NOTHING_HELD, ...held }, document);
  return v.parse(PROTOCOL['enrolment.get'].response, answer);
}

describe('an account that was found', () => {
  const place = { variant: 'security-info', tenant: TENANT } as const;

  test.each<[string, string, VaultDocument]>([
    ['new', 'in an empty vault', EMPTY_DOCUMENT],
    ['known', 'where its secret is', vaultWith()],
    ['known', 'under another name', vaultWith({ credential: totp({ account: 'a' }) })],
    ['second', 'where another authenticator is', vaultWith({ credential: OTHER })],
    [
      'unfinished',
      'where one was left half-way',
      vaultWith({ credential: OTHER, proof: 'unverified' }),
    ],
    ['second', 'where one was finished', vaultWith({ credential: OTHER, proof: 'verified' })],
    [
      'new',
      'where the same person is in another tenant',
      vaultWith({ credential: OTHER, tenant: '99999999-2222-3333-4444-555555555555' }),
    ],
  ])('is %s %s', (state, _, document) => {
    expect(showFindings([finding], place, document)).toMatchObject([{ state }]);
  });

  it('is a new one where it lies in the recycle bin, from which it comes back, and no twin from there', () => {
    const binned = (document: VaultDocument) => deleteAccounts([ID])(document, 1)?.document;
    const state = (document?: VaultDocument) =>
      showFindings([finding], place, document)[0] as { state?: string };
    expect(state(binned(vaultWith())).state).toBe('new');
    expect(state(binned(vaultWith({ credential: OTHER }))).state).toBe('new');
  });

  it('is a second one only where all others are unfinished', () => {
    const both = addAccount(
      { credential: totp({ secret: 'NBSWY3DP' }), kind: 'work', origins: [], tenant: TENANT },
      'b0000000-0000-4000-8000-000000000000',
    )(vaultWith({ credential: OTHER, proof: 'unverified' }), 0)?.document;
    expect(showFindings([finding], place, both)).toMatchObject([{ state: 'second' }]);
  });

  it('waits while the vault is locked, with its secret or without', () => {
    const kept = withoutSecret(finding);
    const { findings } = withoutSecrets({ ...NOTHING_HELD, findings: [finding] });
    expect(findings).toEqual([kept]);
    expect(showFindings([finding, ...findings], place, undefined)).toMatchObject([
      { state: 'waiting', accountKind: 'work' },
      { state: 'waiting', accountKind: 'other' },
    ]);
    // Open again, and the page has not shown it yet.
    expect(showFindings(findings, place, EMPTY_DOCUMENT)).toMatchObject([{ state: 'waiting' }]);
  });

  it('is of the kind that its place tells', () => {
    const kindAt = (variant: Held['variant'], document = EMPTY_DOCUMENT) =>
      (
        showFindings([finding], { variant, tenant: TENANT }, document)[0] as {
          accountKind?: string;
        }
      ).accountKind;
    expect(kindAt('personal')).toBe('personal');
    expect(kindAt('security-info')).toBe('work');
    expect(kindAt(undefined)).toBe('other');
    const home = vaultWith({ credential: OTHER, tenant: '99999999-2222-3333-4444-555555555555' });
    expect(kindAt('security-info', home)).toBe('guest');
  });

  it('is shown without its secret', () => {
    const text = JSON.stringify([
      shown({ findings: [finding] }),
      shown({ findings: [finding] }, undefined),
    ]);
    expect(text).toContain('alex@contoso.example');
    expect(text.includes(RFC_SECRET)).toBe(false);
  });
});

test('what is no account is shown as it is', () => {
  const others = [PUSH, { kind: 'text', text: 'hello' }, { kind: 'refused', code: 'x' }] as const;
  expect(showFindings([...others], {}, EMPTY_DOCUMENT)).toEqual(others);
});

test('of a transfer, the popup learns how far it is, and what could not be read', () => {
  const problem = { name: 'a', code: 'unsupported', field: 'algorithm' };
  const parts = {
    batchId: 1,
    size: 3,
    read: [0, 2],
    accounts: [totp()],
    problems: [{ part: 0, index: 1, ...problem }],
    startedAnew: true,
  };
  const transfer = { read: 2, of: 3, problems: [problem], startedAnew: true };
  expect(showTransfer(parts)).toEqual(transfer);
  expect(shown({ transfer: parts }).transfer).toEqual(transfer);
});

describe('of a tab, the popup learns', () => {
  it('nothing where nothing is known', () => {
    expect(shown({})).toEqual({ findings: [], scanned: false, canEnrol: false });
  });

  it('the site that would be bound, which is none at Microsoft', () => {
    const origin = 'https://shop.contoso.example';
    expect(shown({ scanned: { url: `${origin}/2fa` }, origin })).toMatchObject({
      scanned: true,
      site: origin,
    });
    expect(shown({ origin, variant: 'legacy' })).not.toHaveProperty('site');
    expect(shown({ scanned: { url: '' } })).toEqual({
      findings: [],
      scanned: true,
      canEnrol: false,
    });
  });

  it('what was added, by its name in the vault, and whether it is verified', () => {
    const named = { credential: totp({ account: 'renamed' }), proof: 'unverified' } as const;
    expect(shown({ added: ADDED }, vaultWith(named)).added).toEqual({
      id: ID,
      issuer: 'Microsoft',
      account: 'renamed',
      organisation: 'Contoso',
      verified: false,
    });
    const verified = vaultWith({ proof: 'verified' });
    expect(shown({ added: ADDED }, verified).added).toMatchObject({ verified: true });
  });

  test.each<[string, VaultDocument | undefined]>([
    ['while the vault is locked', undefined],
    ['after it was undone', EMPTY_DOCUMENT],
    ['while it is in the recycle bin', deleteAccounts([ID])(vaultWith(), 1)?.document],
  ])('nothing of what was added %s', (_, document) => {
    const answer = showHeld({ ...NOTHING_HELD, added: ADDED }, document);
    expect(answer).not.toHaveProperty('added');
  });

  it('where a drive is, and why it stopped', () => {
    const running = startDrive(0);
    expect(shown({ drive: running }).drive).toEqual({ state: 'running' });
    const step = { ...running, step: 'qr' } as typeof running;
    expect(shown({ drive: step }).drive).toEqual({ state: 'running', step: 'qr' });
    expect(shown({ drive: stopDrive(step, 'captcha') }).drive).toEqual({
      state: 'stopped',
      step: 'qr',
      reason: 'captcha',
    });
    expect(shown({ drive: { state: 'finished' } }).drive).toEqual({ state: 'finished' });
  });

  it('that a drive could start, unless one is under way', () => {
    expect(shown({ canEnrol: true }).canEnrol).toBe(true);
    expect(shown({ canEnrol: true, drive: startDrive(0) }).canEnrol).toBe(false);
    expect(shown({ canEnrol: true, drive: { state: 'finished' } }).canEnrol).toBe(true);
  });
});
