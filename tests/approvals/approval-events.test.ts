import { beforeEach, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { listenForApprovals, setApprovalAlarm } = await import(
  '../../src/approvals/approval-events.ts'
);

/** An event of the browser, that a test lets happen. */
function event<Given>() {
  const listeners: ((given: Given) => void)[] = [];
  return {
    addListener: (listener: (given: Given) => void) => void listeners.push(listener),
    happen: (given: Given) => {
      for (const listener of listeners) listener(given);
    },
  };
}

function newBrowser() {
  return {
    alarms: {
      create: vi.fn(async (_name: string, _info: { when: number }) => {}),
      clear: vi.fn(async (_name: string) => true),
      onAlarm: event<{ name: string }>(),
    },
    windows: { onRemoved: event<number>() },
  };
}

const tick = vi.fn(async () => {});
const windowClosed = vi.fn(async (_windowId: number) => {});

beforeEach(() => {
  vi.clearAllMocks();
  fake.browser = newBrowser();
  listenForApprovals({ tick, windowClosed });
});

it('the alarm has the deadlines looked at', () => {
  setApprovalAlarm(1_700_000_000_000);
  const [name = '', info] = fake.browser.alarms.create.mock.calls[0] ?? [];
  expect(info).toEqual({ when: 1_700_000_000_000 });
  fake.browser.alarms.onAlarm.happen({ name });
  expect(tick).toHaveBeenCalledOnce();
});

it('another alarm does not', () => {
  fake.browser.alarms.onAlarm.happen({ name: 'lock' });
  expect(tick).not.toHaveBeenCalled();
});

it('without a deadline there is no alarm', () => {
  setApprovalAlarm(1_700_000_000_000);
  setApprovalAlarm(null);
  const [name] = fake.browser.alarms.create.mock.calls[0] ?? [];
  expect(fake.browser.alarms.clear).toHaveBeenCalledExactlyOnceWith(name);
});

it('a window that is closed is told', () => {
  fake.browser.windows.onRemoved.happen(31);
  expect(windowClosed).toHaveBeenCalledExactlyOnceWith(31);
});

it('what fails in it stops nothing', async () => {
  windowClosed.mockRejectedValueOnce(new Error('storage'));
  fake.browser.windows.onRemoved.happen(31);
  fake.browser.windows.onRemoved.happen(32);
  await Promise.resolve();
  expect(windowClosed).toHaveBeenCalledTimes(2);
});
