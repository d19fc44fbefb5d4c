import { describe, expect, it, vi } from 'vitest';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { accountName, issuerName } = await import('../../src/ui/account-name.ts');
const { addedSentence } = await import('../../src/ui/added-sentence.ts');

const label = (issuer: string, account: string, organisation = '') => ({
  issuer,
  account,
  organisation,
});

it.each([
  [label('Microsoft', 'alex', 'Contoso'), 'Contoso · Microsoft'],
  [label('Steam', 'alex'), 'Steam'],
  [label('', 'alex', 'Contoso'), 'Contoso'],
  [label('', 'alex'), ''],
])('issuerName of %o is %j', (named, expected) => {
  expect(issuerName(named)).toBe(expected);
});

it.each([
  [label('Microsoft', 'alex', 'Contoso'), 'Contoso · Microsoft, alex'],
  [label('Steam', ''), 'Steam'],
  [label('', 'alex'), 'alex'],
  [label('', ''), 'Account without a name'],
])('accountName of %o is %j', (named, expected) => {
  expect(accountName(named)).toBe(expected);
});

describe('addedSentence', () => {
  const named = label('Steam', 'alex');

  it('tells an account that was added', () => {
    expect(addedSentence({ kind: 'added', ...named })).toBe('Steam, alex is in the vault.');
  });

  it('tells one that is there already by its name', () => {
    expect(addedSentence({ kind: 'already-here', ...named, restored: false })).toMatch(
      /^You already have this account as Steam, alex\./u,
    );
  });

  it('tells one that came back from the recycle bin', () => {
    expect(addedSentence({ kind: 'already-here', ...named, restored: true })).toMatch(
      /^You already have this account as Steam, alex\..*recycle bin.*back/u,
    );
  });
});
