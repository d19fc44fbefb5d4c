import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newBrowser } from './browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { AutoLock, watchIdleness } = await import('../../src/lock/auto-lock.ts');

const DEADLINE = 1_700_000_900_000;

const lock = vi.fn(async () => {});
const check = vi.fn(async () => true);
const idleMinutes = vi.fn(async (): Promise<number | null> => 5);
const onEnded = vi.fn();

let autoLock: InstanceType<typeof AutoLock>;

beforeEach(() => {
  vi.clearAllMocks();
  fake.browser = newBrowser();
  autoLock = new AutoLock(onEnded);
  autoLock.listen({ lock, check, idleMinutes });
});

/** Time for what a listener began to come to its end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the alarm', () => {
  it('is set for the deadline, each time that moves', () => {
    autoLock.deadlineMoved(DEADLINE);
    autoLock.deadlineMoved(DEADLINE + 1);
    const { create, clear } = fake.browser.alarms;
    expect(create.mock.calls.map(([, info]) => info)).toEqual([
      { when: DEADLINE },
      { when: DEADLINE + 1 },
    ]);
    // The same name: the later one takes the place of the earlier.
    expect(new Set(create.mock.calls.map(([name]) => name)).size).toBe(1);
    expect(clear).not.toHaveBeenCalled();
  });

  it('is cleared where the vault stays open until the browser closes', () => {
    autoLock.deadlineMoved(DEADLINE);
    autoLock.deadlineMoved(null);
    const { create, clear } = fake.browser.alarms;
    expect(create).toHaveBeenCalledOnce();
    expect(clear).toHaveBeenCalledExactlyOnceWith(create.mock.calls[0]?.[0]);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('is cleared when the vault is locked, which is told', () => {
    autoLock.deadlineMoved(DEADLINE);
    autoLock.ended();
    const { create, clear } = fake.browser.alarms;
    expect(clear).toHaveBeenCalledExactlyOnceWith(create.mock.calls[0]?.[0]);
    expect(onEnded).toHaveBeenCalledOnce();
  });

  it('has the deadline looked at when it goes off, and locks nothing itself', () => {
    autoLock.deadlineMoved(DEADLINE);
    const [name] = fake.browser.alarms.create.mock.calls[0] ?? [];
    fake.browser.alarms.onAlarm.happen({ name });
    expect(check).toHaveBeenCalledOnce();
    expect(lock).not.toHaveBeenCalled();
  });

  it('of another name does nothing', () => {
    fake.browser.alarms.onAlarm.happen({ name: 'another' });
    fake.browser.alarms.onAlarm.happen({ name: '' });
    expect(check).not.toHaveBeenCalled();
    expect(lock).not.toHaveBeenCalled();
  });
});

describe('what the browser says of the user:', () => {
  it.each([1, 5, null])('a locked screen locks the vault, whatever the setting (%s)', (minutes) => {
    idleMinutes.mockResolvedValue(minutes);
    fake.browser.idle.onStateChanged.happen('locked');
    expect(lock).toHaveBeenCalledOnce();
  });

  it.each([
    [5, 1],
    [null, 0],
  ])('an idle one locks it where the setting says so (%s)', async (minutes, times) => {
    idleMinutes.mockResolvedValue(minutes);
    fake.browser.idle.onStateChanged.happen('idle');
    await settle();
    expect(lock).toHaveBeenCalledTimes(times);
  });

  it('an active one does not', async () => {
    fake.browser.idle.onStateChanged.happen('active');
    await settle();
    expect(lock).not.toHaveBeenCalled();
  });
});

it('the command locks, and no other does', () => {
  fake.browser.commands.onCommand.happen('open-manager');
  fake.browser.commands.onCommand.happen('_execute_action');
  expect(lock).not.toHaveBeenCalled();
  fake.browser.commands.onCommand.happen('lock-vault');
  expect(lock).toHaveBeenCalledOnce();
});

it('listens before it returns, so that an event wakes the worker', () => {
  const { alarms, idle, commands } = fake.browser;
  for (const { listeners } of [alarms.onAlarm, idle.onStateChanged, commands.onCommand]) {
    expect(listeners.size).toBe(1);
  }
});

it.each([
  [1, [[60]]],
  [30, [[1800]]],
  [null, []],
])('after %s minutes the browser is to say that nobody is there', (minutes, calls) => {
  watchIdleness(minutes);
  expect(fake.browser.idle.setDetectionInterval.mock.calls).toEqual(calls);
});
