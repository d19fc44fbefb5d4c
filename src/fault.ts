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
  | 'storage-unavailable'
  | 'ephemeral'
  | 'vault-exists'
  | 'no-vault'
  | 'locked'
  | 'already-here'
  | 'unknown-account'
  // the recovery code
  | 'recovery-code-mistyped'
  // the passkey ceremony
  | 'passkey-cancelled'
  | 'passkey-not-permitted'
  | 'passkey-unavailable'
  | 'passkey-without-prf'
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
