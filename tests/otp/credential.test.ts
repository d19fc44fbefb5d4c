import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { CredentialSchema } from '../../src/otp/credential.ts';
import { anyCredential, hotp, steam, totp } from './credentials.ts';

it('takes any credential, and gives it back the same', () => {
  fc.assert(
    fc.property(anyCredential, (credential) => {
      expect(v.parse(CredentialSchema, credential)).toEqual(credential);
    }),
  );
});

it.each<[string, object]>([
  ['a type that there is not', { ...totp(), type: 'motp' }],
  ['no type', { ...totp(), type: undefined }],
  ['a counter where there is a period', { ...totp(), counter: 0 }],
  ['a period where there is a counter', { ...hotp(), period: 30 }],
  ['five digits that are not of Steam', { ...totp(), digits: 5 }],
  ['six characters of Steam', { ...steam(), digits: 6 }],
  ['another period of Steam', { ...steam(), period: 60 }],
  ['another algorithm of Steam', { ...steam(), algorithm: 'SHA256' }],
  ['a secret in lower case', { ...steam(), secret: 'mzxw6' }],
])('refuses %s', (_, credential) => {
  expect(v.safeParse(CredentialSchema, credential).success).toBe(false);
});
