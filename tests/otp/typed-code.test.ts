import { expect, it } from 'vitest';
import { normalizeTypedCode } from '../../src/otp/typed-code.ts';

it.each([
  ['123456', '123456'],
  [' 123 456\n', '123456'],
  ['123\u00a0456', '123456'],
  ['123-456', '123456'],
  ['fr8rv', 'FR8RV'],
  ['12345ſ', '12345ſ'],
  ['', ''],
])('%j is %j', (typed, code) => {
  expect(normalizeTypedCode(typed)).toBe(code);
});
