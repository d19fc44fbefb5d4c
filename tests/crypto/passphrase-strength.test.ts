import { describe, expect, it } from 'vitest';
import { ratePassphrase } from '../../src/crypto/passphrase-strength.ts';

/** Made at random by hand, on no list. */
const RANDOM = 'gRx9-mPqz-77Kd-oQvw';

/** The lists are read with the first rating. */
const LOADING_TIME = 60_000;

describe('ratePassphrase', { timeout: LOADING_TIME }, () => {
  it.each([
    ['nothing', '', 0],
    ['the most common one', 'password', 0],
    ['the most common one in disguise', 'P4$$w0rd1', 1],
    ['a row of keys', 'qwertyuiop', 0],
    ['a walk over the keys, on no list', 'sdfghjklpoiuytr', 2],
    ['a date', '24.12.1991', 1],
    ['one letter a hundred times', 'a'.repeat(100), 1],
    ['a rare family name', 'Abramowitz', 1],
    ['an English word', 'umbrella', 1],
    ['words of a list for dice', 'obtuse lantern grumble pivot saffron', 4],
    ['random characters', RANDOM, 4],
  ] as const)('rates %s', async (_, passphrase, score) => {
    expect(await ratePassphrase(passphrase, [])).toEqual({ score });
  });

  it.each([
    ['as given', 'gregarious quokka', ['gregarious quokka']],
    ['in other letters', 'GREGARIOUS Quokka', ['Gregarious quokka']],
    ['one word of it', 'tzvetkovaia', ['Ada Tzvetkovaia']],
    ['a part of an address', 'tzvetkovaia', ['ada@tzvetkovaia.example']],
    ['with accents', 'tzvétkovaïa', ['Ada Tzvétkovaïa']],
    ['typed as letter and accent', 'tzve\u0301tkovai\u0308a', ['Ada Tzv\u00e9tkova\u00efa']],
    ['known as letter and accent', 'tzv\u00e9tkova\u00efa', ['Ada Tzve\u0301tkovai\u0308a']],
  ])('takes what is known of the user for easily guessed: %s', async (_, passphrase, context) => {
    const { score: unknown } = await ratePassphrase(passphrase, ['Grace Hopper']);
    expect(unknown).toBeGreaterThanOrEqual(3);
    const { score } = await ratePassphrase(passphrase, context);
    expect(score).toBeLessThanOrEqual(1);
  });

  it('forgets what was known of the user before', async () => {
    await ratePassphrase(RANDOM, [RANDOM]);
    expect(await ratePassphrase(RANDOM, [])).toEqual({ score: 4 });
  });

  it('rates the first hundred characters', async () => {
    const worthless = 'a'.repeat(100);
    expect(await ratePassphrase(worthless + RANDOM, [])).toEqual({ score: 1 });
    expect(await ratePassphrase(worthless.slice(RANDOM.length) + RANDOM, [])).toEqual({ score: 4 });
  });

  it('gives no more than the score: what it saw of the passphrase stays inside', async () => {
    expect(Object.keys(await ratePassphrase(RANDOM, []))).toEqual(['score']);
  });
});
