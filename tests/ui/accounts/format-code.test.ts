import { expect, it } from 'vitest';
import { formatCode } from '../../../src/ui/accounts/format-code.ts';

it.each([
  ['123456', '123 456'],
  ['1234567', '123 4567'],
  ['12345678', '1234 5678'],
  ['RT4M2', 'RT4M2'],
  ['000000', '000 000'],
])('%s is shown as %s', (code, shown) => {
  expect(formatCode(code)).toBe(shown);
});
