import { beforeEach, expect, it, vi } from 'vitest';

const send = vi.fn<(name: string, request?: unknown) => Promise<void>>();
vi.mock('../../src/messages/client.ts', () => ({ send }));
const { copyCode } = await import('../../src/ui/copy-code.ts');

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  send.mockReset().mockResolvedValue();
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
});

it('puts the code on the clipboard, and says of which account it is', async () => {
  await copyCode({ id: 'one' }, '123456');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('123456');
  expect(send.mock.calls).toEqual([['accounts.used', { id: 'one' }], ['clipboard.copied']]);
});

it('says nothing where it was not copied', async () => {
  writeText.mockRejectedValue(new Error('not focused'));
  await expect(copyCode({ id: 'one' }, '123456')).rejects.toThrow('not focused');
  expect(send).not.toHaveBeenCalled();
});

it('is a copy also where its use cannot be remembered', async () => {
  send.mockImplementation(async (name) => {
    if (name === 'accounts.used') throw new Error('no answer');
  });
  await expect(copyCode({ id: 'one' }, '123456')).resolves.toBeUndefined();
});
