import { expect, test } from 'vitest';
import { fold } from '../../../src/page/detector/fold.ts';
import { identifierWords } from '../../../src/page/detector/identifiers.ts';

test.each([
  ['otpCode', ' otp code '],
  ['otp_code-6', ' otp code '],
  ['enable2FACode', ' enable twofa code '],
  ['2fa', ' twofa '],
  ['TOTPInput', ' totp input '],
  ['user[otp_attempt]', ' user otp attempt '],
  ['potpourri', ' potpourri '],
  ['', '  '],
])('the words of %j', (identifier, words) => {
  expect(identifierWords(identifier)).toBe(words);
});

test.each([
  ['Überprüfungscode', 'uberprufungscode'],
  ['İki adımlı', 'iki adimli'],
  ['Wysłaliśmy', 'wyslalismy'],
  ['ワンタイムパスワード', 'ワンタイムパスワード'],
  ['인증 번호', '인증 번호'],
  ['Two  words\nand a line', 'two words\nand a line'],
])('%j is folded', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
