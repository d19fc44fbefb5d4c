import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  type TypedAccount,
  TypedAccountSchema,
  typedCredential,
} from '../../src/enrolment/typed-account.ts';
import { CredentialSchema } from '../../src/otp/credential.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';

function typed(changes: Partial<TypedAccount> = {}): TypedAccount {
  return {
    type: 'totp',
    issuer: 'Contoso',
    account: 'alex',
    secret: SECRET,
    algorithm: 'SHA256',
    digits: 8,
    period: 60,
    counter: 7,
    ...changes,
  };
}
const named = { issuer: 'Contoso', account: 'alex', prefix: 'Contoso', secret: SECRET };

describe('what was typed is an account', () => {
  it('whose codes the time makes', () => {
    expect(typedCredential(typed())).toEqual({
      type: 'totp',
      ...named,
      algorithm: 'SHA256',
      digits: 8,
      period: 60,
    });
  });

  it('whose codes a counter makes', () => {
    expect(typedCredential(typed({ type: 'hotp' }))).toEqual({
      type: 'hotp',
      ...named,
      algorithm: 'SHA256',
      digits: 8,
      counter: 7,
    });
  });

  it("of Steam's, which has no parameters of its own", () => {
    expect(typedCredential(typed({ type: 'steam', digits: 0, period: 0 }))).toEqual({
      type: 'steam',
      ...named,
      algorithm: 'SHA1',
      digits: 5,
      period: 30,
    });
  });

  it('with nobody named', () => {
    const credential = typedCredential(typed({ issuer: '', account: '' }));
    expect(credential).toMatchObject({ issuer: '', account: '', prefix: '' });
    expect(v.is(CredentialSchema, credential)).toBe(true);
  });

  // What counts for another type may be anything.
  it.each<Partial<TypedAccount>>([
    { type: 'totp', counter: -1 },
    { type: 'hotp', period: 0 },
  ])('whatever does not count for it: %o', (changes) => {
    expect(typedCredential(typed(changes)).secret).toBe(SECRET);
  });
});

test.each([
  ['in groups', 'JBSW Y3DP EHPK 3PXP'],
  ['with dashes', 'jbsw-y3dp-ehpk-3pxp'],
  ['in lower case', 'jbswy3dpehpk3pxp'],
  ['with white space around it', `\n ${SECRET}\t`],
  ['with padding', `${SECRET}======`],
  ['with a character too many, whose bits count for nothing', `${SECRET}A`],
])('one secret, %s', (_, secret) => {
  expect(typedCredential(typed({ secret })).secret).toBe(SECRET);
});

test.each<[string, Partial<TypedAccount>, string, string]>([
  ['no secret', { secret: '' }, 'missing', 'secret'],
  ['white space for a secret', { secret: ' \n ' }, 'missing', 'secret'],
  ['padding for a secret', { secret: '====' }, 'invalid', 'secret'],
  ['half a byte', { secret: 'A' }, 'invalid', 'secret'],
  ['what is no base32', { secret: 'JBSWY3DPEHPK3PX1' }, 'invalid', 'secret'],
  ['too few digits', { digits: 5 }, 'invalid', 'digits'],
  ['too many digits', { digits: 9 }, 'invalid', 'digits'],
  ['no period', { period: 0 }, 'invalid', 'period'],
  ['too long a period', { period: 2 ** 31 }, 'invalid', 'period'],
  ['a counter below zero', { type: 'hotp', counter: -1 }, 'invalid', 'counter'],
  [
    'a counter beyond what can be counted',
    { type: 'hotp', counter: 2 ** 53 },
    'invalid',
    'counter',
  ],
])('%s is refused, and the secret is not repeated', (_, changes, code, field) => {
  const account = typed(changes);
  let fault: unknown;
  try {
    typedCredential(account);
  } catch (error) {
    fault = error;
  }
  expect(fault).toMatchObject({ name: 'Fault', code, field });
  const { message } = fault as Error;
  expect(account.secret.length > 2 && message.includes(account.secret.slice(0, 6))).toBe(false);
});

test('names are cut of what stands around them, and limited', () => {
  expect(v.parse(TypedAccountSchema, typed({ issuer: ' Contoso ' })).issuer).toBe('Contoso');
  expect(v.is(TypedAccountSchema, typed({ account: 'a'.repeat(320) }))).toBe(true);
  expect(v.is(TypedAccountSchema, typed({ account: 'a'.repeat(321) }))).toBe(false);
});
