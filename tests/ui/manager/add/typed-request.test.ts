import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, typedRequest } from '../../../../src/ui/manager/add/typed-request.ts';

const FORM = { ...EMPTY_FORM, issuer: 'Shop', account: 'kim', secret: 'GEZD GNBV' };

describe('the request that a form makes', () => {
  it('has numbers, and the key without its spaces', () => {
    expect(typedRequest({ ...FORM, digits: '8', period: ' 60 ' })).toEqual({
      request: {
        type: 'totp',
        issuer: 'Shop',
        account: 'kim',
        secret: 'GEZDGNBV',
        algorithm: 'SHA1',
        digits: 8,
        period: 60,
        counter: 0,
      },
    });
  });

  it.each(['', '30s', '-1', '1.5', '1e3', '9'.repeat(16)])(
    'is none for the period %j',
    (period) => {
      expect(typedRequest({ ...FORM, period })).toEqual({ wrong: 'period' });
    },
  );

  it.each(['', 'x', '-1'])('is none for the counter %j', (counter) => {
    expect(typedRequest({ ...FORM, type: 'hotp', counter })).toEqual({ wrong: 'counter' });
  });

  it.each([
    ['the counter of a time-based code', 'totp', { counter: '' }],
    ['the period of a counter', 'hotp', { period: '' }],
    ['both of Steam', 'steam', { period: '', counter: '' }],
  ] as const)('does not mind %s', (_, type, unused) => {
    const typed = typedRequest({ ...FORM, type, ...unused });
    expect(typed).toMatchObject({ request: { type, period: 30, counter: 0 } });
  });
});
