import { expect, it } from 'vitest';
import { FILL_MODES, fillModeOf } from '../../src/vault/fill-mode.ts';
import { hotp, steam, totp } from '../otp/credentials.ts';

const origins = ['https://login.microsoftonline.com'];

// By their places: what is sealed are those (VAULT.md).
it('are automatic, ask, manual', () => {
  expect(FILL_MODES).toEqual(['automatic', 'ask', 'manual']);
});

it.each([
  ['automatic', 'is bound to a site', { credential: totp(), origins }],
  ['automatic', "of Steam's is", { credential: steam(), origins }],
  ['manual', 'is bound to no site', { credential: totp(), origins: [] }],
  ['manual', 'counts', { credential: hotp(), origins }],
  ['manual', 'counts, and is bound to no site', { credential: hotp(), origins: [] }],
])('%s is by default an account that %s', (mode, _, account) => {
  expect(fillModeOf(account)).toBe(mode);
});

it.each(FILL_MODES)('%s is what the user chose, whatever the account', (mode) => {
  for (const credential of [totp(), hotp(), steam()]) {
    expect(fillModeOf({ mode, credential, origins })).toBe(mode);
    expect(fillModeOf({ mode, credential, origins: [] })).toBe(mode);
  }
});
