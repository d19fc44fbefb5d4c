import { describe, expect, it } from 'vitest';
import { bestAccount, rowsOnTop, signInCards } from '../../../src/ui/popup/sign-in-cards.ts';
import { boundAccount, signInHere, siteHere } from './sign-in-here.ts';

const ONE = boundAccount();
const OTHER = boundAccount({ id: 'other', account: 'sam', fits: false });

describe('signInCards', () => {
  it('are none on a page that wants nothing of nobody, and outside of the web', () => {
    const none = { card: undefined, number: undefined, canAllow: false };
    expect(signInCards(signInHere())).toEqual(none);
    expect(signInCards(signInHere({ site: undefined, wants: 'code' }))).toEqual(none);
  });

  it('are one where a code is wanted, or accounts are known', () => {
    expect(signInCards(signInHere({ wants: 'code' })).card).toBe('fill');
    expect(signInCards(signInHere({ accounts: [OTHER] })).card).toBe('fill');
  });

  it('are about the phone while it is asked, and on the way from it', () => {
    const accounts = [ONE];
    expect(signInCards(signInHere({ wants: 'other-approval', accounts })).card).toBe('push');
    expect(signInCards(signInHere({ state: 'switching', accounts })).card).toBe('push');
  });

  it('show the number only where nobody sees the badge', () => {
    expect(signInCards(signInHere({ number: 7, isPinned: false })).number).toEqual({
      number: 7,
      isElsewhere: false,
    });
    expect(signInCards(signInHere({ number: 7, isPinned: true })).number).toBeUndefined();
  });

  it.each([true, false])(
    'show the number of a tab that has no button, before that of this one: %s',
    (isPinned) => {
      const signIn = signInHere({ number: 7, numberElsewhere: 42, isPinned });
      expect(signInCards(signIn).number).toEqual({ number: 42, isElsewhere: true });
    },
  );

  it('offer to allow a site that has accounts and keeps us out', () => {
    const kept = siteHere({ mayReach: false });
    const canAllow = (differences: Parameters<typeof signInHere>[0]) =>
      signInCards(signInHere(differences)).canAllow;
    expect(canAllow({ site: kept, accounts: [ONE] })).toBe(true);
    expect(canAllow({ site: kept, wants: 'code' })).toBe(false);
    expect(canAllow({ accounts: [ONE] })).toBe(false);
    // The user can take those of Microsoft from us, too.
    expect(canAllow({ site: { ...kept, isMicrosoft: true }, accounts: [ONE] })).toBe(true);
  });
});

describe('rowsOnTop', () => {
  const accounts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => boundAccount({ id }));
  const ids = (accountId?: string, chosenId?: string) =>
    rowsOnTop({ accounts, accountId }, chosenId).map(({ id }) => id);

  it('are the best ones', () => {
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are those, too, that the page is about or the user chose', () => {
    expect(ids('f')).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(ids('b', 'e')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('bestAccount', () => {
  it('is the only one that fits', () => {
    expect(bestAccount({ accounts: [OTHER, ONE] })).toBe(ONE);
    expect(bestAccount({ accounts: [OTHER] })).toBeUndefined();
    expect(bestAccount({ accounts: [ONE, { ...OTHER, fits: true }] })).toBeUndefined();
  });
});
