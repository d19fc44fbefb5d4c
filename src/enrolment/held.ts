import * as v from 'valibot';
import { DriveSchema, type Reading } from './drive.ts';
import { FindingSchema, SecretlessFindingSchema, withoutSecret } from './finding.ts';
import { PartsSchema } from './transfer.ts';
import { endsSubmission, type Observation, type Step, VARIANTS } from './wizard.ts';

/** An account that was added from a tab, while its wizard may ask for its code. */
const AddedSchema = v.strictObject({
  accountId: v.pipe(v.string(), v.uuid()),
  /** Of the finding it was made of, to know its QR code again. */
  findingId: v.string(),
  /** That QR code is what the page shows. */
  onShow: v.boolean(),
  /** The wizard has its code: no other field gets one. */
  filled: v.boolean(),
  /** The wizard was told to go on with that code, and has not refused it. */
  submitted: v.boolean(),
  /** The wizard has said that the authenticator is added. */
  accepted: v.boolean(),
  /** The vault knows it, too. */
  verified: v.boolean(),
});
type Added = v.InferOutput<typeof AddedSchema>;

/** A document in a tab. */
const DocumentSchema = v.strictObject({
  /** Empty where the browser does not tell it. */
  url: v.string(),
  /** When it began: loaded anew, a page at the same address shows other codes. Undefined where nobody tells it. */
  loadedAt: v.optional(v.number()),
});

/**
 * What is known of a tab's enrolment. It may hold secrets, so it lives in the background only, in memory
 * (`storage.session`), until the tab is left.
 */
export const HeldSchema = v.strictObject({
  /** Of the page that was read on the user's demand; one that reports by itself tells when it is left. */
  scanned: v.optional(DocumentSchema),
  /** The exact https origin that the codes were read from. */
  origin: v.optional(v.string()),
  /** The Entra tenant, where the page's address tells it. */
  tenant: v.optional(v.string()),
  /** Of Microsoft's enrolment page on show. */
  variant: v.optional(v.picklist(VARIANTS)),
  /** A drive could start from what that page shows. */
  canEnrol: v.boolean(),
  /** SHA-256 of the pictures that were read last: the same ones need no second look. */
  picturesDigest: v.string(),
  /** While the vault is locked without secrets. */
  findings: v.array(v.union([FindingSchema, SecretlessFindingSchema])),
  transfer: v.optional(PartsSchema),
  added: v.optional(AddedSchema),
  drive: v.optional(DriveSchema),
});
export type Held = v.InferOutput<typeof HeldSchema>;

export const NOTHING_HELD: Held = { canEnrol: false, picturesDigest: '', findings: [] };

/** What may be remembered while the vault is locked. */
export function withoutSecrets({ transfer: _, ...held }: Held): Held {
  return {
    ...held,
    findings: held.findings.map((finding) =>
      'credential' in finding ? withoutSecret(finding) : finding,
    ),
  };
}

/** Whether a finding stands there whose secret was not kept, since the vault was locked. */
export function lacksSecrets({ findings }: Held): boolean {
  return findings.some((finding) => finding.kind === 'account' && !('credential' in finding));
}

/** What is left of it when its page is left: what the next page of the same enrolment needs. */
export function left(held: Held): Held | undefined {
  const { added, drive, variant, tenant } = held;
  const isDriven = drive?.state === 'running';
  // Also where it was accepted while the vault was locked: the next page lets the vault know.
  const isSent = added?.submitted === true && !added.verified;
  if (!isDriven && !isSent && variant !== 'registration') return undefined;
  return {
    ...NOTHING_HELD,
    ...(added && (isDriven || isSent) ? { added: { ...added, onShow: false } } : {}),
    ...(isDriven ? { drive } : {}),
    ...(variant ? { variant } : {}),
    ...(tenant === undefined ? {} : { tenant }),
  };
}

/** What is known where a page reports that it is there. The browser may drop what the page before said as it went. */
export function arrivedAt(held: Held, origin: string | undefined): Held {
  return held.origin === undefined || held.origin === origin ? held : (left(held) ?? NOTHING_HELD);
}

/** What the wizard on show tells of the account that was added. */
export function hearOf(added: Added, { step, submitted }: Observation): Added {
  // Accepted stays: the vault may have to hear of it yet.
  if (endsSubmission(step) && !added.accepted) return { ...added, submitted: false };
  const wasSubmitted = added.submitted || (submitted && added.filled);
  return {
    ...added,
    submitted: wasSubmitted,
    accepted: added.accepted || (step === 'done' && wasSubmitted),
  };
}

/** What the user is told of it, in a form to compare: some of what is held changes with every look at the page. */
export function tellingOf(held: Held): string {
  const { picturesDigest: _, drive, tenant: __, origin: ___, ...told } = held;
  const { state, step = '', reason = '' } = { step: '', reason: '', state: '', ...drive };
  return written({ ...told, drive: [state, step, reason] });
}

/** In a form to compare. Chrome sorts the keys of what it stores. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** What the QR code on the page came to, for a drive. A QR code that is not that of the added account starts another one. */
export function readingOf({ findings, added }: Held, step: Step): Reading {
  if (findings.some(({ kind }) => kind === 'account')) return 'account';
  if (added && (added.onShow || step !== 'qr')) return 'added';
  if (findings.some(({ kind }) => kind === 'push')) return 'push';
  return findings.length > 0 ? 'unusable' : 'none';
}
