import { expect, test } from 'vitest';
import { renamed } from '../../src/enrolment/renamed.ts';
import { hotp, totp } from '../otp/credentials.ts';

test('an account keeps its own names where the user gives none', () => {
  const credential = totp();
  expect(renamed(credential, undefined)).toBe(credential);
});

test('only the names change', () => {
  const names = { issuer: 'Bank', account: 'kim', organisation: 'Contoso Ltd' };
  const other = { issuer: 'Bank', account: 'kim', prefix: 'Contoso Ltd' };
  expect(renamed(totp({ digits: 8 }), names)).toEqual(totp({ digits: 8, ...other }));
  expect(renamed(hotp({ counter: 7 }), names)).toEqual(hotp({ counter: 7, ...other }));
});

test('the issuer stands for an organisation that is empty', () => {
  const names = { issuer: 'Bank', account: '', organisation: '' };
  expect(renamed(totp(), names)).toMatchObject({ issuer: 'Bank', account: '', prefix: 'Bank' });
});
