import { expect, it } from 'vitest';
import { codesKey, GLANCE, type StoredGlance, slotAt } from '../../../src/glance/stored.ts';
import { readGlance } from '../../../src/ui/popup/read-glance.ts';

const NOW = 1_700_000_010_000;
const TAB = { id: 7, url: 'https://news.example/today' };
const CODES = [{ id: 'a', code: '000000', next: '111111', changesAt: NOW + 9000 }];

const stored = (changes: Partial<StoredGlance> = {}, slot = slotAt(NOW)) => ({
  [GLANCE]: {
    madeAt: NOW - 60_000,
    until: NOW + 60_000,
    total: 1,
    accounts: [],
    groups: [],
    hideCodes: false,
    tabs: [],
    origins: ['https://bank.example'],
    ...changes,
  } satisfies StoredGlance,
  [codesKey(slotAt(NOW))]: { slot, codes: CODES },
});

it('gives the first screen with the codes of this half minute', () => {
  expect(readGlance(stored(), TAB, NOW)).toMatchObject({
    status: { state: 'open' },
    total: 1,
    codes: CODES,
    tabId: 7,
  });
});

it('gives none of hidden codes', () => {
  expect(readGlance({ [GLANCE]: stored({ hideCodes: true })[GLANCE] }, TAB, NOW)).toMatchObject({
    codes: [],
    hideCodes: true,
  });
});

it.each([
  ['nothing is kept', {}, TAB],
  ['the vault is to be locked by now', stored({ until: NOW }), TAB],
  ['the clock was set back', stored({ madeAt: NOW + 1 }), TAB],
  ['its codes are of another time', stored({}, slotAt(NOW) - 30), TAB],
  ['there are no codes', { [GLANCE]: stored()[GLANCE] }, TAB],
  ['the tab has something to say', stored({ tabs: [7] }), TAB],
  ['an account is bound to the site', stored(), { id: 7, url: 'https://bank.example/login' }],
  ['there are too many sites to tell', stored({ origins: null }), TAB],
])('gives nothing where %s', (_, held, tab) => {
  expect(readGlance(held, tab, NOW)).toBeUndefined();
});

it('knows that a page of the browser itself has nothing to say', () => {
  expect(readGlance(stored({ origins: null }), { id: 7, url: 'about:blank' }, NOW)).toBeDefined();
  expect(readGlance(stored({ origins: null }), { id: 7 }, NOW)).toBeDefined();
});
