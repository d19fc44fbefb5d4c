import type { Request, Response } from '../../messages/protocol.ts';

/** What one code came to, as the background tells it. */
export type ShownFinding = Response<'enrolment.get'>['findings'][number];
export type AccountFinding = Extract<ShownFinding, { kind: 'account' }>;
export type OtherFinding = Exclude<ShownFinding, { kind: 'account' }>;
export type ShownTransfer = NonNullable<Response<'enrolment.get'>['transfer']>;

/** A finding as the user confirmed it, wherever it was found. */
export type Confirmed = Omit<Request<'enrolment.add'>, 'tabId'>;

export function isAccount(finding: ShownFinding): finding is AccountFinding {
  return finding.kind === 'account';
}
