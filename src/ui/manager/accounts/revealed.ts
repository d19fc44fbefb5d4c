import type { Credential } from '../../../otp/credential.ts';
import { parseOtpauthUri } from '../../../otp/otpauth-uri.ts';
import { type QrPath, qrPath } from './qr-path.ts';

/** What another device needs to make the codes of an account. */
export interface Revealed {
  /** Undefined where the names are too long for it. */
  readonly qr: QrPath | undefined;
  /** The secret in base32, in groups of four. */
  readonly key: string;
  readonly type: Credential['type'];
  readonly algorithm: string;
  readonly digits: number;
  /** Seconds; undefined where a counter makes the codes. */
  readonly period?: number;
  readonly counter?: number;
}

/** @param uri the `otpauth://` URI of an account */
export function revealedOf(uri: string): Revealed {
  const credential = parseOtpauthUri(uri);
  const { secret, type, algorithm, digits } = credential;
  const revealed = {
    qr: qrPath(uri),
    key: secret.replace(/.{4}(?=.)/gu, '$& '),
    type,
    algorithm: algorithm.replace('SHA', 'SHA-'),
    digits,
    ...(type === 'hotp' ? { counter: credential.counter } : { period: credential.period }),
  };
  forgetLastMatch();
  return revealed;
}

/** `RegExp` itself keeps the text that was matched last (its `input`), for as long as the page lives. */
function forgetLastMatch(): void {
  /^/u.test('');
}
