import { expect, test } from 'vitest';
import { enrolledOrigins } from '../../src/enrolment/enrolled-origins.ts';
import { VARIANTS } from '../../src/enrolment/wizard.ts';

const SHOP = 'https://shop.contoso.example';

test('Microsoft has its own sign-in hosts, whatever origin the page has', () => {
  for (const variant of VARIANTS) {
    const host = variant === 'personal' ? 'login.live.com' : 'login.microsoftonline.com';
    for (const origin of [undefined, SHOP, 'https://mysignins.microsoft.com']) {
      expect(enrolledOrigins(variant, origin)).toEqual([`https://${host}`]);
    }
  }
});

test('another site has its exact origin, and what has none has nothing', () => {
  expect(enrolledOrigins(undefined, SHOP)).toEqual([SHOP]);
  expect(enrolledOrigins(undefined, undefined)).toEqual([]);
});
