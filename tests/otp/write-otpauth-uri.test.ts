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
])('%s', (_, credential, uri) => {
  expect(writeOtpauthUri(credential)).toBe(uri);
});

it('is read back as it was', () => {
  fc.assert(
    fc.property(anyCredential, (credential) => {
      expect(parseOtpauthUri(writeOtpauthUri(credential))).toEqual(credential);
    }),
  );
});
