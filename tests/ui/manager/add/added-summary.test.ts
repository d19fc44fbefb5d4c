import { expect, it, vi } from 'vitest';
import type { Added } from '../../../../src/ui/manager/add/added-summary.ts';
import { getMessage } from '../../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { addedSummary } = await import('../../../../src/ui/manager/add/added-summary.ts');

const LABEL = { issuer: 'Shop', account: 'kim', organisation: '' };
const ADDED: Added = { kind: 'added', ...LABEL };
const HERE: Added = { kind: 'already-here', ...LABEL, restored: false };
const BACK: Added = { kind: 'already-here', ...LABEL, restored: true };

it.each([
  ['one', [ADDED], 'Shop, kim is in the vault.'],
  ['one that was there', [HERE], 'You already have this account as Shop, kim. Nothing was added.'],
  ['some', [ADDED, ADDED], '2 accounts added.'],
  [
    'all kinds',
    [HERE, ADDED, BACK, HERE],
    '1 account added. 1 account is back from the recycle bin. 2 accounts were in your vault already.',
  ],
  ['none', [], ''],
])('what became of %s is said', (_, added, sentence) => {
  expect(addedSummary(added, 0)).toBe(sentence);
});

it('those that are still to be added are counted as well', () => {
  expect(addedSummary([ADDED, HERE], 1)).toBe(
    '1 account added. 1 account was in your vault already. 1 account was not added.',
  );
  expect(addedSummary([ADDED], 2)).toBe('1 account added. 2 accounts were not added.');
});
