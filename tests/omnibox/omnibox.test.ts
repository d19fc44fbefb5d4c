import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/fault.ts';
import type { FillOutcome } from '../../src/messages/envelope.ts';
import type { Account } from '../../src/vault/account.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { totp } from '../otp/credentials.ts';
import { EMPTY_DOCUMENT } from '../vault/empty-document.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: () => 'Nameless' } } }));

const { Omnibox } = await import('../../src/omnibox/omnibox.ts');

const TAB = 7;

const account = (number: number, issuer: string, name: string, changes: Partial<Account> = {}) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${number}`, kind: 'other' as const },
  ...{ createdAt: 1, origins: [], credential: totp({ issuer, prefix: issuer, account: name }) },
  ...changes,
});

const SHOP = account(1, 'Shop', 'alex');
const BANK = account(2, 'Bank', 'alex');
const TWIN = account(3, 'Shop', 'alex');
const PINNED = account(4, 'Forge', 'kim', { pinned: true });
const GONE = account(5, 'Shop', 'gone', { deletedAt: 1 });
const NAMELESS = account(6, '', '');

let document: VaultDocument | undefined;
let fitting: readonly Account[];
const fill = vi.fn<(tabId: number, id: string) => Promise<FillOutcome>>();
const copy = vi.fn(async (_account: Account, _tabId: number) => {});
const unlock = vi.fn(async (_tabId: number) => {});

const omnibox = new Omnibox({
  vault: {
    document: async () => {
      if (!document) throw new Fault('locked', 'the vault is locked');
      return document;
    },
  },
  fitting: async () => fitting,
  ...{ fill, copy, unlock },
});

beforeEach(() => {
  document = { ...EMPTY_DOCUMENT, accounts: [SHOP, BANK, TWIN, PINNED, GONE, NAMELESS] };
  fitting = [];
  fill.mockReset().mockRejectedValue(new Fault('not-bound', 'another site'));
  copy.mockClear();
  unlock.mockClear();
});

const names = async (typed: string) => {
  const suggested = await omnibox.suggest(typed, TAB);
  return suggested.kind === 'found' ? suggested.found.map(({ name }) => name) : suggested.kind;
};

describe('what is suggested', () => {
  it('is every account that has the words, under a name of its own', async () => {
    expect(await names('shop')).toEqual(['Shop · alex', 'Shop · alex (2)']);
    expect(await names('ALEX bank')).toEqual(['Bank · alex']);
  });

  it('comes in the user’s order, pinned ones first, where nothing was typed', async () => {
    expect(await names('')).toEqual([
      ...['Forge · kim', 'Shop · alex', 'Bank · alex', 'Shop · alex (2)', 'Nameless'],
    ]);
  });

  it('begins with those that fit the page, and says so', async () => {
    fitting = [BANK];
    expect(await omnibox.suggest('alex', TAB)).toEqual({
      kind: 'found',
      found: [
        { name: 'Bank · alex', fits: true },
        { name: 'Shop · alex', fits: false },
        { name: 'Shop · alex (2)', fits: false },
      ],
    });
  });

  it('is no more than a browser shows', async () => {
    const accounts = Array.from({ length: 30 }, (_, index) => ({
      ...account(1, 'Shop', `${index}`),
      id: `00000000-0000-4000-8000-0000000001${`${index}`.padStart(2, '0')}`,
    }));
    document = { ...EMPTY_DOCUMENT, accounts };
    expect(await names('shop')).toHaveLength(8);
  });

  it('is nothing where nothing is found, and while the vault is locked', async () => {
    expect(await names('zebra')).toBe('none');
    document = undefined;
    expect(await names('shop')).toBe('locked');
  });

  it('holds no secret and no code', async () => {
    const suggested = await omnibox.suggest('', TAB);
    expect(JSON.stringify(suggested)).not.toMatch(/\d{6}|[A-Z2-7]{16}/u);
  });
});

describe('Enter', () => {
  it.each(['filled', 'waiting', 'asked'] as const)('fills the code in: %s', async (outcome) => {
    fill.mockResolvedValue(outcome);
    expect(await omnibox.choose('Shop · alex (2)', TAB)).toBe(true);
    expect(fill).toHaveBeenCalledExactlyOnceWith(TAB, TWIN.id);
    expect(copy).not.toHaveBeenCalled();
  });

  it.each(['not-filled', 'no-field', 'refused'] as const)('copies it else: %s', async (outcome) => {
    fill.mockResolvedValue(outcome);
    expect(await omnibox.choose('Shop · alex (2)', TAB)).toBe(true);
    expect(copy).toHaveBeenCalledExactlyOnceWith(TWIN, TAB);
  });

  it('copies it where the page gets none of this account', async () => {
    expect(await omnibox.choose('Bank · alex', TAB)).toBe(true);
    expect(copy).toHaveBeenCalledExactlyOnceWith(BANK, TAB);
  });

  it('on what was typed means the first one that is shown', async () => {
    fitting = [TWIN];
    await omnibox.choose('shop', TAB);
    expect(copy).toHaveBeenCalledExactlyOnceWith(TWIN, TAB);
  });

  it('never reaches into the recycle bin, and does nothing where nothing is found', async () => {
    expect(await omnibox.choose('gone', TAB)).toBe(false);
    expect(fill).not.toHaveBeenCalled();
    expect(copy).not.toHaveBeenCalled();
  });

  it('opens what unlocks a locked vault', async () => {
    document = undefined;
    expect(await omnibox.choose('shop', TAB)).toBe(true);
    expect(unlock).toHaveBeenCalledExactlyOnceWith(TAB);
    expect(copy).not.toHaveBeenCalled();
  });
});
