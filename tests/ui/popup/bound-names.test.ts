import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { boundAccount } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { addedWhereAlike } = await import('../../../src/ui/popup/bound-names.ts');

it('tells when accounts of one name were added, and says nothing of the others', () => {
  const first = boundAccount({ id: 'first' });
  const other = boundAccount({ id: 'other', account: 'sam' });
  const second = boundAccount({ id: 'second', createdAt: first.createdAt + 1000 });
  const added = addedWhereAlike([first, other, second]);
  expect([...added.keys()]).toEqual(['first', 'second']);
  expect(added.get('first')).toMatch(/^Added .*2023/u);
  expect(added.get('second')).not.toBe(added.get('first'));
});
