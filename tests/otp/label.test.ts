import { expect, it } from 'vitest';
import { labelOf } from '../../src/otp/label.ts';
import { totp } from './credentials.ts';

it.each([
  { prefix: 'Contoso', issuer: 'Microsoft', organisation: 'Contoso' },
  { prefix: 'GitHub', issuer: 'GitHub', organisation: '' },
  { prefix: '', issuer: 'GitHub', organisation: '' },
  { prefix: '', issuer: '', organisation: '' },
])('of prefix $prefix at issuer $issuer names the organisation $organisation', (given) => {
  const { prefix, issuer, organisation } = given;
  expect(labelOf(totp({ prefix, issuer, account: 'alex@contoso.example' }))).toEqual({
    issuer,
    account: 'alex@contoso.example',
    organisation,
  });
});
