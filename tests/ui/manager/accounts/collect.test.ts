import { describe, expect, it } from 'vitest';
import type { AccountQuestion } from '../../../../src/ui/accounts/use-accounts.ts';
import { collectAll } from '../../../../src/ui/manager/accounts/collect.ts';
import { accountRow } from './account-row.ts';

/** As the background answers: at most 200 rows at once. */
function background(total: number) {
  const rows = Array.from({ length: total }, (_, index) => accountRow({ id: `${index}` }));
  const asked: AccountQuestion[] = [];
  const ask = async (question: AccountQuestion) => {
    asked.push(question);
    const { from, count } = question;
    return { total, accounts: rows.slice(from, from + count) };
  };
  return { ask, asked };
}

describe('collectAll', () => {
  it.each([
    [0, 1],
    [1, 1],
    [200, 1],
    [201, 2],
    [1000, 5],
  ])('finds all of %i accounts in %i questions', async (total, questions) => {
    const { ask, asked } = background(total);
    const told: string[] = [];
    const onProgress = (done: number, of: number) => void told.push(`${done}/${of}`);
    const { signal } = new AbortController();
    const filter = { group: 'g' };
    const all = await collectAll({ query: 'x', filter, sort: 'name' }, { ask, onProgress, signal });
    expect(all).toHaveLength(total);
    expect(all?.[0]).toEqual(total === 0 ? undefined : { id: '0', pinned: false });
    expect(asked).toHaveLength(questions);
    expect(asked.every(({ query, sort }) => query === 'x' && sort === 'name')).toBe(true);
    expect(asked.at(-1)).toMatchObject({ filter, count: 200, from: (questions - 1) * 200 });
    expect(told.at(-1)).toBe(`${total}/${total}`);
  });

  it('gives nothing once it is stopped, and asks no more', async () => {
    const { ask, asked } = background(1000);
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const all = await collectAll({ query: '' }, { ask, onProgress, signal: stop.signal });
    expect(all).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
