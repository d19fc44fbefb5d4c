import { expect, test } from 'vitest';
import { variantOf } from '../../src/enrolment/variant.ts';
import { enrolmentAddress } from '../../src/origins/enrolment-address.ts';
import { tenantOf } from '../../src/origins/microsoft.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';

test.each(['work', 'guest'] as const)(
  'a %s account enrols at Security info, in its tenant',
  (kind) => {
    const address = enrolmentAddress(kind, TENANT) ?? '';
    expect(address).toBe(`https://mysignins.microsoft.com/security-info?tenantId=${TENANT}`);
    expect(variantOf(address)).toBe('security-info');
    expect(tenantOf(address)).toBe(TENANT);
    expect(enrolmentAddress(kind)).toBe('https://mysignins.microsoft.com/security-info');
  },
);

test('a personal account enrols at its own page, which has no tenants', () => {
  const address = 'https://account.live.com/proofs/Manage/additional';
  expect(enrolmentAddress('personal')).toBe(address);
  expect(enrolmentAddress('personal', TENANT)).toBe(address);
  expect(variantOf(address)).toBe('personal');
});

test('where another site does it, nobody here knows', () => {
  expect(enrolmentAddress('other')).toBeUndefined();
  expect(enrolmentAddress('other', TENANT)).toBeUndefined();
});
