import { beforeEach, expect, it, vi } from 'vitest';
import { boundAccount } from './sign-in-here.ts';

const send = vi.hoisted(() => vi.fn<(name: string, request: unknown) => Promise<unknown>>());
vi.mock('../../../src/messages/client.ts', () => ({ send }));

const { freshCode } = await import('../../../src/ui/popup/fresh-code.ts');

beforeEach(() => {
  send.mockReset();
});

it.each([
  ['before it changes', 1000, '111111'],
  ['after it has changed on the way', -1000, '222222'],
])('is the code that is good %s', async (_, left, code) => {
  const answer = { id: 'one', code: '111111', next: '222222', changesAt: Date.now() + left };
  send.mockResolvedValue([answer]);
  expect(await freshCode(boundAccount())).toBe(code);
  expect(send).toHaveBeenCalledWith('accounts.codes', { ids: ['one'] });
});

it('is the next one of a counter', async () => {
  send.mockResolvedValue({ code: '333333' });
  expect(await freshCode(boundAccount({ type: 'hotp', period: undefined }))).toBe('333333');
  expect(send).toHaveBeenCalledWith('accounts.nextCode', { id: 'one' });
});

it('is refused where no code comes', async () => {
  send.mockResolvedValue([]);
  await expect(freshCode(boundAccount())).rejects.toMatchObject({ code: 'unknown-account' });
});
