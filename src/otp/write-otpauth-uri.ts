import type { Credential } from './credential.ts';

/**
 * The `otpauth://` URI of a credential, as {@link parseOtpauthUri} reads it back, and other authenticators too: parameters
 * that are the format's defaults are left out, since some refuse to see them. Steam's are written in KeePassXC's way
 * (`encoder=steam`), which apps that do not know it still take for an account.
 *
 * An account that holds a colon needs one before it, or its first part would be read as the issuer: where there is no
 * prefix, the issuer stands in front, and is the prefix of what is read back. Where there is no issuer either, the bare
 * colon keeps the account whole for us; the format has no such label, and other authenticators may show the colon.
 */
export function writeOtpauthUri(credential: Credential): string {
  const { issuer, account, prefix, secret } = credential;
  const isPrefixed = prefix !== '' || account.includes(':');
  const label = (isPrefixed ? [prefix || issuer, account] : [account]).map(encodeURIComponent);
  const parameters = [
    ['secret', secret],
    ...(issuer === '' ? [] : [['issuer', issuer]]),
    ...parametersOf(credential),
  ];
  const query = parameters.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`);
  const type = credential.type === 'hotp' ? 'hotp' : 'totp';
  return `otpauth://${type}/${label.join(':')}?${query.join('&')}`;
}

function parametersOf(credential: Credential): string[][] {
  const { algorithm, digits } = credential;
  if (credential.type === 'steam') {
    return [
      ['digits', `${digits}`],
      ['encoder', 'steam'],
    ];
  }
  return [
    ...(algorithm === 'SHA1' ? [] : [['algorithm', algorithm]]),
    ...(digits === 6 ? [] : [['digits', `${digits}`]]),
    ...(credential.type === 'hotp' ? [['counter', `${credential.counter}`]] : []),
    ...(credential.type === 'totp' && credential.period !== 30
      ? [['period', `${credential.period}`]]
      : []),
  ];
}
