/** Every way in which Countersign refuses: stable codes, each with a sentence in `_locales` (`fault_…`). */
export type FaultCode =
  // otpauth:// URIs
  | 'not-otpauth'
  | 'missing'
  | 'invalid'
  | 'unsupported'
  | 'ambiguous'
  // the sealed vault
  | 'damaged'
  | 'wrong-key'
  | 'unsupported-format'
  | 'not-saved'
  | 'storage-full'
  | 'storage-blocked'
  | 'storage-unavailable'
  | 'ephemeral'
  | 'vault-exists'
  | 'begun-otherwise'
  | 'vault-missing'
  | 'no-vault'
  | 'locked'
  | 'verification-needed'
  // its slots
  | 'last-way'
  | 'unknown-way'
  | 'way-exists'
  // its accounts
  | 'unknown-account'
  | 'unknown-generation'
  | 'unknown-group'
  | 'group-exists'
  | 'nothing-to-undo'
  | 'not-counter-based'
  | 'counter-not-found'
  | 'clock-not-found'
  // the recovery code
  | 'recovery-code-mistyped'
  // the passkey ceremony
  | 'passkey-cancelled'
  | 'passkey-timed-out'
  | 'passkey-not-verified'
  | 'passkey-not-permitted'
  | 'passkey-known'
  | 'passkey-unavailable'
  | 'passkey-without-prf'
  | 'passkey-prf-refused'
  // signing in
  | 'not-bound'
  | 'page-moved'
  // a scan for QR codes
  | 'page-not-readable'
  // pictures
  | 'not-an-image'
  // messages
  | 'refused'
  | 'malformed'
  | 'nothing-to-add'
  | 'internal';

/**
 * A refusal as a value: what went wrong (`code`), in which field, and a sentence for developers and tools.
 * People read the localised sentence for `code`. No part of it ever holds a secret, a code or a key.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly field: string | undefined;

  constructor(code: FaultCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
