import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Credential } from '../../src/otp/credential.ts';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri.ts';
import { writeOtpauthUri } from '../../src/otp/write-otpauth-uri.ts';
import { anyCredential, hotp, steam, totp } from './credentials.ts';

test.each<[string, Credential, string]>([
  [
    'what is usual is left out',
    totp({ issuer: 'Microsoft', prefix: 'Contoso Ltd', account: 'a@b.c', secret: 'JBSWY3DP' }),
    'otpauth://totp/Contoso%20Ltd:a%40b.c?secret=JBSWY3DP&issuer=Microsoft',
  ],
  [
    'what is not is written',
    totp({
      issuer: 'A&B',
      prefix: '',
      account: 'x',
      secret: 'JBSWY3DP',
      algorithm: 'SHA256',
      digits: 8,
      period: 60,
    }),
    'otpauth://totp/x?secret=JBSWY3DP&issuer=A%26B&algorithm=SHA256&digits=8&period=60',
  ],
  [
    'a counter always is',
    hotp({ issuer: '', prefix: '', account: 'x', secret: 'JBSWY3DP', counter: 0 }),
    'otpauth://hotp/x?secret=JBSWY3DP&counter=0',
  ],
  [
    "Steam's are marked by their encoder",
    steam({ issuer: 'Steam', prefix: 'Steam', account: 'x', secret: 'JBSWY3DP' }),
    'otpauth://totp/Steam:x?secret=JBSWY3DP&issuer=Steam&digits=5&encoder=steam',
  ],
  [
    'the issuer stands before an account with a colon',
    totp({ issuer: 'A:B', prefix: '', account: 'x:y', secret: 'JBSWY3DP' }),
    'otpauth://totp/A%3AB:x%3Ay?secret=JBSWY3DP&issuer=A%3AB',
  ],
  [
    'nobody stands before it where nobody is named',
    totp({ issuer: '', prefix: '', account: 'x:y', secret: 'JBSWY3DP' }),
    'otpauth://totp/:x%3Ay?secret=JBSWY3DP',
  ],
])('%s', (_, credential, uri) => {
  expect(writeOtpauthUri(credential)).toBe(uri);
});

/** Chance alone hardly makes an account with a colon and no prefix. */
const anyWithColons = fc
  .record({ credential: anyCredential, bare: fc.boolean(), colon: fc.constantFrom('', ':', 'x:y') })
  .map(({ credential, bare, colon }) => ({
    ...credential,
    account: `${colon}${credential.account}`,
    prefix: bare ? '' : credential.prefix,
  }));

it('is read back as it was; the issuer is the prefix of an account that needs one', () => {
  fc.assert(
    fc.property(anyWithColons, (credential) => {
      const { issuer, account, prefix } = credential;
      expect(parseOtpauthUri(writeOtpauthUri(credential))).toEqual({
        ...credential,
        prefix: account.includes(':') ? prefix || issuer : prefix,
      });
    }),
    { numRuns: 1000 },
  );
});
