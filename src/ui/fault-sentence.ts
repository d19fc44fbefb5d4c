import { Fault, type FaultCode } from '../fault.ts';
import { type MessageKey, t } from './i18n.ts';

/** What people read of each refusal: what happened, what is safe, what to do. */
const SENTENCES: Record<FaultCode, MessageKey> = {
  'not-otpauth': 'faultNotOtpauth',
  missing: 'faultMissing',
  invalid: 'faultInvalid',
  unsupported: 'faultUnsupported',
  ambiguous: 'faultAmbiguous',
  damaged: 'faultDamaged',
  'wrong-key': 'faultWrongKey',
  'unsupported-format': 'faultUnsupportedFormat',
  'not-saved': 'faultNotSaved',
  'storage-full': 'faultStorageFull',
  'storage-blocked': 'faultStorageBlocked',
  'storage-unavailable': 'faultStorageUnavailable',
  ephemeral: 'faultEphemeral',
  'vault-exists': 'faultVaultExists',
  'begun-otherwise': 'faultBegunOtherwise',
  'vault-missing': 'faultVaultMissing',
  'no-vault': 'faultNoVault',
  locked: 'faultLocked',
  'verification-needed': 'faultVerificationNeeded',
  'last-way': 'faultLastWay',
  'unknown-way': 'faultUnknownWay',
  'way-exists': 'faultWayExists',
  'unknown-account': 'faultUnknownAccount',
  'unknown-generation': 'faultUnknownGeneration',
  'unknown-group': 'faultUnknownGroup',
  'group-exists': 'faultGroupExists',
  'nothing-to-undo': 'faultNothingToUndo',
  'not-counter-based': 'faultNotCounterBased',
  'counter-not-found': 'faultCounterNotFound',
  'clock-not-found': 'faultClockNotFound',
  'recovery-code-mistyped': 'faultRecoveryCodeMistyped',
  'passkey-cancelled': 'faultPasskeyCancelled',
  'passkey-timed-out': 'faultPasskeyTimedOut',
  'passkey-not-verified': 'faultPasskeyNotVerified',
  'passkey-not-permitted': 'faultPasskeyNotPermitted',
  'passkey-known': 'faultPasskeyKnown',
  'passkey-unavailable': 'faultPasskeyUnavailable',
  'passkey-without-prf': 'faultPasskeyWithoutPrf',
  'passkey-prf-refused': 'faultPasskeyPrfRefused',
  'not-bound': 'faultNotBound',
  'page-moved': 'faultPageMoved',
  'page-not-readable': 'faultPageNotReadable',
  'not-an-image': 'faultNotAnImage',
  refused: 'faultRefused',
  malformed: 'faultMalformed',
  'nothing-to-add': 'faultNothingToAdd',
  internal: 'faultInternal',
};

/** The fields of a set-up code by the names that people know. */
const FIELDS: Readonly<Record<string, MessageKey>> = {
  uri: 'fieldUri',
  type: 'fieldType',
  label: 'fieldLabel',
  secret: 'fieldSecret',
  issuer: 'fieldIssuer',
  algorithm: 'fieldAlgorithm',
  digits: 'fieldDigits',
  period: 'fieldPeriod',
  counter: 'fieldCounter',
  account: 'fieldAccount',
  data: 'fieldData',
  batch_size: 'fieldData',
  batch_index: 'fieldData',
};

/** A field without such a name is told as data: its own name is for developers. */
export function faultSentence(code: string, field?: string): string {
  const key = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as FaultCode] : SENTENCES.internal;
  const fieldKey = field !== undefined && Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return t(key, t(fieldKey ?? 'fieldData'));
}

export function errorSentence(error: unknown): string {
  return error instanceof Fault
    ? faultSentence(error.code, error.field)
    : faultSentence('internal');
}
