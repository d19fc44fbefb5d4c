import { expect, it } from 'vitest';
import { type Parameter, unusualOf } from '../../src/enrolment/unusual.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { hotp, steam, totp } from '../otp/credentials.ts';

it.each<[string, Credential, Parameter[]]>([
  ["Microsoft's", totp(), []],
  ["a counter's", hotp({ counter: 9 }), []],
  ["Steam's", steam(), []],
  ['no prefix', totp({ issuer: 'Contoso', prefix: '' }), []],
  ['the issuer as prefix', totp({ issuer: 'Contoso', prefix: 'Contoso' }), []],
  ['the issuer as prefix, in other letters', totp({ issuer: 'GitHub', prefix: 'github' }), []],
  ['another prefix', totp({ issuer: 'Contoso', prefix: 'Fabrikam' }), ['issuer']],
  ['another prefix, of nearly Microsoft', totp({ issuer: 'Micros\u043eft' }), ['issuer']],
  ["another prefix, of Steam's", steam({ prefix: 'Valve' }), ['issuer']],
  ['no issuer', totp({ issuer: '', prefix: '' }), ['issuer']],
  ['an issuer that turns the direction', totp({ issuer: '\u202eoso', prefix: '' }), ['issuer']],
  ['an organisation that hides something', totp({ prefix: 'Con\u200btoso' }), ['issuer']],
  ['no account', totp({ account: '' }), ['account']],
  ['an account with a line break', totp({ account: 'alex\nkim' }), ['account']],
  ['80 bits', totp({ secret: 'GEZDGNBVGY3TQOJQ' }), []],
  ['72 bits', totp({ secret: 'GEZDGNBVGY3TQOI' }), ['secret']],
  ["Steam's of 72 bits", steam({ secret: 'GEZDGNBVGY3TQOI' }), ['secret']],
  ['SHA256', totp({ algorithm: 'SHA256' }), ['algorithm']],
  ['SHA512', hotp({ algorithm: 'SHA512' }), ['algorithm']],
  ['7 digits', totp({ digits: 7 }), ['digits']],
  ['8 digits', hotp({ digits: 8 }), ['digits']],
  ['60 seconds', totp({ period: 60 }), ['period']],
  [
    'everything',
    totp({
      issuer: '',
      account: '',
      prefix: '',
      secret: 'MY',
      algorithm: 'SHA512',
      digits: 8,
      period: 1,
    }),
    ['issuer', 'account', 'secret', 'algorithm', 'digits', 'period'],
  ],
])('unusual: %s', (_, credential, expected) => {
  expect(unusualOf(credential)).toEqual(expected);
});
