import type { Response } from '../../messages/protocol.ts';
import { type AccountFinding, isAccount, type OtherFinding } from '../enrolment/finding.ts';

export type Enrolment = Response<'enrolment.get'>;
export type Drive = NonNullable<Enrolment['drive']>;
export type AddedHere = NonNullable<Enrolment['added']>;

/** What the popup says of a tab: one thing at a time where that is enough. */
export interface EnrolmentCards {
  /** A walk through the wizard that is under way, or ended before its end. */
  readonly drive: Drive | undefined;
  readonly added: AddedHere | undefined;
  readonly accounts: readonly AccountFinding[];
  readonly others: readonly OtherFinding[];
  /** There is a push code among them, and walking through the wizard leads past it. */
  readonly canDrivePast: boolean;
  readonly enrolHere: boolean;
  /** The page was scanned, and there was nothing to read. */
  readonly nothingRead: boolean;
  /** There is something here that the user may want out of the way. */
  readonly canDismiss: boolean;
}

/**
 * What of a tab's enrolment is shown.
 *
 * @param foundNothing what this popup's own scan came to; undefined before there was one
 */
export function enrolmentCards(
  enrolment: Enrolment,
  foundNothing: boolean | undefined,
): EnrolmentCards {
  const { findings, transfer, added, scanned, canEnrol } = enrolment;
  const isVerified = added?.verified === true;
  // Once the site has accepted the code, how it came to that is past.
  const drive = isVerified ? undefined : enrolment.drive;
  const isDriving = drive?.state === 'running';
  const isStopped = drive?.state === 'stopped';
  const accounts = findings.filter(isAccount);
  // What is no account, a drive passes by itself.
  const others = isDriving
    ? []
    : findings.filter(
        (finding): finding is OtherFinding => !isAccount(finding) && !isSaid(finding, drive),
      );
  const isEmpty = findings.length === 0;
  const isBare = isEmpty && !added && !drive;
  const nothingRead = isEmpty && (foundNothing ?? (scanned && isBare && !transfer));
  return {
    drive,
    // While it is driven or was left half-way, the card of the drive names it.
    added: drive ? undefined : added,
    accounts,
    others,
    // What was not scanned, a wizard has reported by itself.
    canDrivePast: !isStopped && (canEnrol || !scanned) && others.some(isPush),
    // An account that was left unverified in this wizard is no reason to go no further.
    enrolHere: canEnrol && isEmpty && !isVerified && !isDriving && !isStopped,
    nothingRead,
    canDismiss: !isDriving && (isStopped || !isEmpty || nothingRead || transfer !== undefined),
  };
}

function isPush({ kind }: OtherFinding): boolean {
  return kind === 'push';
}

/** Why the drive ended says the same. */
function isSaid(finding: OtherFinding, drive: Drive | undefined): boolean {
  return isPush(finding) && drive?.reason === 'other-apps-forbidden';
}
