import { beforeEach, describe, expect, it, vi } from 'vitest';

const permissions = vi.hoisted(() => ({
  contains: vi.fn<(asked: object) => Promise<boolean>>(),
  request: vi.fn<(asked: object) => Promise<boolean>>(),
}));

vi.mock('wxt/browser', () => ({ browser: { permissions } }));

const { hasPasskeyPermission, requestPasskeyPermission } = await import(
  '../../src/passkey/permission.ts'
);

beforeEach(() => {
  permissions.contains.mockReset();
  permissions.request.mockReset();
});

describe.each([
  ['hasPasskeyPermission', hasPasskeyPermission, permissions.contains, permissions.request],
  ['requestPasskeyPermission', requestPasskeyPermission, permissions.request, permissions.contains],
])('%s', (_, run, browserCall, otherCall) => {
  it.each([true, false])("gives the browser's answer for the relying party: %s", async (answer) => {
    browserCall.mockResolvedValue(answer);
    expect(await run()).toBe(answer);
    expect(browserCall).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://countersign.invalid/*'],
    });
    expect(otherCall).not.toHaveBeenCalled();
  });

  it('asks before it returns, while a gesture of the user still counts', () => {
    browserCall.mockResolvedValue(true);
    void run();
    expect(browserCall).toHaveBeenCalledOnce();
  });

  it("hands on the browser's refusal to answer", async () => {
    browserCall.mockRejectedValue(new Error('may only be called from a user input handler'));
    await expect(run()).rejects.toThrow('user input handler');
  });
});
