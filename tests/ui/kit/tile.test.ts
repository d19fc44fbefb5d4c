import { describe, expect, it } from 'vitest';
import { TILES, tileColour, tileLetter } from '../../../src/ui/kit/tile.ts';

const named = (issuer: string, account = '') => ({ issuer, account });

describe('tileLetter', () => {
  it.each([
    [named('contoso'), 'C'],
    [named('élan'), 'É'],
    [named('東京ガス'), '東'],
    [named('بنك'), 'ب'],
    [named('👩‍🚀 Rocket'), '👩‍🚀'],
    [named('', 'ada@example.com'), 'A'],
    [named('  ', ' bob'), 'B'],
    [{ organisation: 'Contoso', issuer: 'Microsoft', account: 'ada' }, 'C'],
    [named(''), '·'],
  ])('%o has %s', (account, letter) => {
    expect(tileLetter(account)).toBe(letter);
  });
});

describe('tileColour', () => {
  it('is the same for all accounts of an issuer, however it is written', () => {
    const colours = [named('GitHub', 'ada'), named('github', 'bob'), named(' GITHUB ')];
    expect(new Set(colours.map(tileColour)).size).toBe(1);
  });

  it('tells organisations of one issuer apart', () => {
    const [one, other] = ['Contoso', 'Fabrikam'].map((organisation) =>
      tileColour({ ...named('Microsoft'), organisation }),
    );
    expect(one).not.toBe(other);
  });

  it('stays what it was: people know their accounts by it', () => {
    expect(
      ['Contoso', 'Fabrikam', 'GitHub', ''].map((issuer) => tileColour(named(issuer))),
    ).toEqual([9, 3, 3, 2]);
  });

  it('uses all tiles', () => {
    const issuers = Array.from({ length: 400 }, (_, index) => named(`Issuer ${index}`));
    const used = new Set(issuers.map(tileColour));
    expect([...used].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: TILES }, (_, index) => index + 1),
    );
  });
});
