import { beforeEach, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { closeApprovalWindow, showApprovalWindow } = await import(
  '../../src/approvals/approval-window.ts'
);

const WINDOW = 31;

function newBrowser() {
  const open = new Set<number>();
  const found = (windowId: number) => {
    if (!open.has(windowId)) throw new Error('no such window');
  };
  return {
    open,
    runtime: { getURL: (path: string) => `chrome-extension://own${path}` },
    windows: {
      create: vi.fn(async (_: object): Promise<{ id?: number } | undefined> => {
        open.add(WINDOW);
        return { id: WINDOW };
      }),
      update: vi.fn(async (windowId: number, _: object) => found(windowId)),
      remove: vi.fn(async (windowId: number) => {
        found(windowId);
        open.delete(windowId);
      }),
    },
  };
}

beforeEach(() => {
  fake.browser = newBrowser();
});

it('opens in front of whatever the user is doing', async () => {
  expect(await showApprovalWindow(null)).toBe(WINDOW);
  expect(fake.browser.windows.create).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      url: 'chrome-extension://own/approve.html',
      type: 'popup',
      focused: true,
    }),
  );
});

it('comes to the front where it is open', async () => {
  await showApprovalWindow(null);
  expect(await showApprovalWindow(WINDOW)).toBe(WINDOW);
  expect(fake.browser.windows.create).toHaveBeenCalledOnce();
  expect(fake.browser.windows.update).toHaveBeenCalledExactlyOnceWith(WINDOW, { focused: true });
});

it('opens anew where it is gone', async () => {
  expect(await showApprovalWindow(30)).toBe(WINDOW);
});

it('says where the browser opens none', async () => {
  fake.browser.windows.create.mockResolvedValue(undefined);
  await expect(showApprovalWindow(null)).rejects.toThrow('no window');
});

it('closes, if the user has not done so', async () => {
  await showApprovalWindow(null);
  await closeApprovalWindow(WINDOW);
  expect(fake.browser.open.size).toBe(0);
  await closeApprovalWindow(WINDOW);
});
