import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { boundAccount } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { addedWhereAlike, placeInCard } = await import('../../../src/ui/popup/bound-names.ts');

it('tells when accounts of one name were added, and says nothing of the others', () => {
  const first = boundAccount({ id: 'first' });
  const other = boundAccount({ id: 'other', account: 'sam' });
  const second = boundAccount({ id: 'second', createdAt: first.createdAt + 1000 });
  const added = addedWhereAlike([first, other, second]);
  expect([...added.keys()]).toEqual(['first', 'second']);
  expect(added.get('first')).toMatch(/^Nov 14, 2023, /u);
  expect(added.get('second')).not.toBe(added.get('first'));
});

it('a row of the card stands at its host, or is told by when its account was added', () => {
  expect(placeInCard(undefined, 'github.example')).toEqual({ host: 'github.example' });
  expect(placeInCard('Nov 14, 2023', 'github.example')).toEqual({ added: 'Nov 14, 2023' });
});
