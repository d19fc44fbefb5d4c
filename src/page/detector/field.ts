import type { FormPurpose } from './traits.ts';

/**
 * What a code field is for: codes of an authenticator app; codes that are sent (SMS, e-mail, call); those of a hardware
 * token; Temporary Access Passes; recovery codes. `other` is a code field of another kind (a bank's TAN), or of one that
 * cannot be told where a sent code is as likely (beside a phone number, in a sign-up form).
 */
export type FieldKind = 'app' | 'sent' | 'hardware' | 'access-pass' | 'recovery' | 'other';

/** A field for one-time codes, as the page has it now: also hidden, disabled or filled in. */
export interface CodeField {
  readonly kind: FieldKind;
  /** How sure it is: `THRESHOLD` (score.ts) or more. What names an app outright is at least `CLEAR_LEAD` ahead of what does not. */
  readonly score: number;
  /** What its form does besides: no code goes into such a field by itself. */
  readonly purpose?: FormPurpose | undefined;
  /** One input, or the boxes of one code in order. */
  readonly inputs: readonly [HTMLInputElement, ...HTMLInputElement[]];
}
