import type { Response } from '../messages/protocol.ts';
import { labelOf } from '../otp/label.ts';
import { findBySecret, liveAccounts } from '../vault/accounts.ts';
import type { VaultDocument } from '../vault/document.ts';
import { findTwins } from '../vault/twins.ts';
import { shownAccount } from './finding.ts';
import type { Held } from './held.ts';
import { kindOf } from './kind.ts';
import type { Parts } from './transfer.ts';

type ShownFinding = Response<'enrolment.get'>['findings'][number];
type Place = Pick<Held, 'variant' | 'tenant'>;

/** What is held of findings as pages of ours may see it. @param document undefined while the vault is locked */
export function showFindings(
  findings: Held['findings'],
  { variant, tenant }: Place,
  document: VaultDocument | undefined,
): ShownFinding[] {
  return findings.map((finding): ShownFinding => {
    if (finding.kind !== 'account') return finding;
    if (!('credential' in finding)) return { ...finding, state: 'waiting', accountKind: 'other' };
    const { credential } = finding;
    const accounts = document?.accounts ?? [];
    return {
      ...shownAccount(finding),
      state: document ? stateOf(document, { credential, tenant }) : 'waiting',
      accountKind: kindOf({ credential, variant, tenant }, accounts),
    };
  });
}

function stateOf(
  document: VaultDocument,
  identity: Parameters<typeof findTwins>[1],
): 'new' | 'known' | 'second' | 'unfinished' {
  const same = findBySecret(document, identity.credential.secret);
  // One in the recycle bin comes back where it is added.
  if (same && same.deletedAt === undefined) return 'known';
  const twins = findTwins(document, identity);
  if (twins.length === 0) return 'new';
  return twins.every(({ proof }) => proof === 'unverified') ? 'unfinished' : 'second';
}

export function showTransfer({
  read,
  size,
  problems,
  startedAnew,
}: Parts): NonNullable<Response<'enrolment.get'>['transfer']> {
  return {
    read: read.length,
    of: size,
    problems: problems.map(({ name, code, field }) => ({ name, code, field })),
    startedAnew,
  };
}

/** What the popup says of a tab. */
export function showHeld(
  held: Held,
  document: VaultDocument | undefined,
): Response<'enrolment.get'> {
  const { findings, transfer, drive, added, variant, origin } = held;
  const account =
    added && document && liveAccounts(document).find(({ id }) => id === added.accountId);
  return {
    findings: showFindings(findings, held, document),
    ...(transfer ? { transfer: showTransfer(transfer) } : {}),
    scanned: held.scanned !== undefined,
    ...(account
      ? {
          added: {
            id: account.id,
            ...labelOf(account.credential),
            verified: account.proof === 'verified',
          },
        }
      : {}),
    ...(drive ? { drive: showDrive(drive) } : {}),
    canEnrol: held.canEnrol && drive?.state !== 'running',
    ...(origin === undefined || variant !== undefined ? {} : { site: origin }),
  };
}

function showDrive(drive: NonNullable<Held['drive']>): Response<'enrolment.get'>['drive'] {
  const { state } = drive;
  const step = 'step' in drive && drive.step ? { step: drive.step } : {};
  return { state, ...step, ...('reason' in drive ? { reason: drive.reason } : {}) };
}
