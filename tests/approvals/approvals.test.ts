import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Approvals } from '../../src/approvals/approvals.ts';
import type { Asking, LiveRequest, Outcome } from '../../src/approvals/request.ts';
import { Fault } from '../../src/fault.ts';
import type { Editor } from '../../src/vault/document.ts';
import { Clock, MemoryStorage } from '../vault/in-memory.ts';

const ALEX = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
const KIM = '1f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f71';
const OPENER = { recoveryCode: '0000-0000-0000-0000-0000-0000-0000' };
/** Where all of it is held. */
const KEY = 'approvals.requests';
const WINDOW = 31;
const SITE = 'https://portal.example';
const MINUTE = 60_000;

const pages = new Map<string, string>();
/** The same uuid for the same name. */
function page(name: string): string {
  const known = pages.get(name) ?? crypto.randomUUID();
  pages.set(name, known);
  return known;
}

const asking = (changes: Partial<Asking> = {}): Asking => ({
  tabId: 7,
  page: page('first'),
  field: 1,
  origin: SITE,
  title: 'Sign in',
  shown: ['alex@contoso.example'],
  accountId: ALEX,
  why: 'address',
  ...changes,
});
/** Of another site in another tab. */
const other = (changes: Partial<Asking> = {}): Asking =>
  asking({
    tabId: 8,
    page: page('other'),
    origin: 'https://shop.example',
    accountId: KIM,
    ...changes,
  });

let clock: Clock;
let storage: MemoryStorage;
let approvals: Approvals;
/** Windows that are open, each time that one came to the front, and alarms. */
let windows: Set<number>;
let shows: (number | null)[];
let alarms: (number | null)[];
let changed: number[];
/** How often the window was told to look again, with no page having to ask. */
let renamed: number;
let ended: [tabId: number, outcome: Outcome][];
const verify = vi.fn<(opener: unknown) => Promise<void>>();
const change = vi.fn<(editor: Editor) => Promise<never>>();
const showWindow = vi.fn<(windowId: number | null) => Promise<number>>();

/** Another start of the worker, over the same storage. */
function startWorker(): Approvals {
  return new Approvals({
    storage,
    now: clock.now,
    // The numbers 10, 11 and 12, of which the first one counts.
    random: () => 0,
    vault: { verify, change },
    showWindow,
    closeWindow: async (windowId) => void windows.delete(windowId),
    setAlarm: (when) => void alarms.push(when),
    onChanged: (tabId) => void changed.push(tabId),
    onRenamed: () => {
      renamed += 1;
    },
    onEnded: ({ tabId }: LiveRequest, outcome) => void ended.push([tabId, outcome]),
  });
}

beforeEach(() => {
  clock = new Clock();
  storage = new MemoryStorage();
  windows = new Set();
  shows = [];
  alarms = [];
  changed = [];
  renamed = 0;
  ended = [];
  verify.mockReset().mockResolvedValue(undefined);
  change.mockReset();
  showWindow.mockReset().mockImplementation(async (windowId) => {
    shows.push(windowId);
    const shown = windowId ?? WINDOW + shows.filter((each) => each === null).length - 1;
    windows.add(shown);
    return shown;
  });
  approvals = startWorker();
});

/** The request on show, as the window gets it. */
async function onShow() {
  const { request, ...rest } = await approvals.onShow();
  const state = request?.step === 'ended' ? request.outcome : request?.step;
  return { id: request?.id ?? '', tabId: request?.tabId, state, ...rest };
}

/** The right number is picked. */
async function pick(): Promise<string> {
  const { id } = await onShow();
  await approvals.pick(id, 10);
  return id;
}

async function approve(): Promise<string> {
  const id = await pick();
  await approvals.confirm(id, OPENER);
  return id;
}

async function read(): Promise<void> {
  await approvals.next((await onShow()).id);
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Fault ? error.code : error),
  );

describe('a page that asks', () => {
  it('has to wait for the user, whom a window asks', async () => {
    expect(await approvals.ask(asking())).toBe('asked');
    expect(shows).toEqual([null]);
    expect(changed).toEqual([7]);
    expect(await onShow()).toMatchObject({ tabId: 7, state: 'shown', waiting: 0 });
  });

  it('asks once, however often', async () => {
    await approvals.ask(asking());
    const { id } = await onShow();
    expect(await approvals.ask(asking())).toBe('asked');
    expect(await onShow()).toMatchObject({ id, waiting: 0 });
    expect(shows).toEqual([null]);
    expect(changed).toEqual([7]);
    expect(renamed).toBe(0);
  });

  it.each(['shown', 'picked'])(
    'under another title, is shown with that, and has no page ask again: %s',
    async (step) => {
      await approvals.ask(asking());
      const id = step === 'picked' ? await pick() : (await onShow()).id;
      changed = [];
      expect(await approvals.ask(asking({ title: '(1)\u202e Sign in' }))).toBe('asked');
      const { request } = await approvals.onShow();
      expect(request).toMatchObject({ id, step, title: '(1)\ufffd Sign in' });
      expect([renamed, changed]).toEqual([1, []]);
    },
  );

  it('has its number on the badge, and nowhere else', async () => {
    await approvals.ask(asking());
    expect(await approvals.numberFor(7)).toBe(10);
    expect(await approvals.numberFor(8)).toBeUndefined();
    const { request } = await approvals.onShow();
    expect(request).toMatchObject({ number: 10, numbers: [10, 11, 12] });
  });

  it('is the one whose number is asked for, until it is approved or over', async () => {
    expect(await approvals.numberOnShow()).toBeUndefined();
    await approvals.ask(asking());
    await approvals.ask(other());
    expect(await approvals.numberOnShow()).toEqual({ tabId: 7, number: 10 });
    await approve();
    expect(await approvals.numberOnShow()).toBeUndefined();
    await approvals.settled(7, page('first'));
    expect(await approvals.numberOnShow()).toBeUndefined();
    await read();
    expect(await approvals.numberOnShow()).toEqual({ tabId: 8, number: 10 });
  });

  it('has its title shown so that it cannot turn or break the lines around it', async () => {
    await approvals.ask(asking({ title: `a\u202eb\nc${'d'.repeat(500)}` }));
    const { request } = await approvals.onShow();
    expect(request?.title).toBe(`a\ufffdb c${'d'.repeat(195)}…`);
  });

  it('gets its code after number and verification, and once it has it, nothing more', async () => {
    await approvals.ask(asking());
    const id = await approve();
    expect(verify).toHaveBeenCalledWith(OPENER);
    expect(await approvals.ask(asking())).toBe('approved');
    expect(await approvals.ask(asking())).toBe('approved');
    expect(await approvals.numberFor(7)).toBeUndefined();
    await approvals.settled(7, page('first'));
    expect(await onShow()).toMatchObject({ id, state: 'filled' });
    expect(ended).toEqual([[7, 'filled']]);
    expect(await approvals.ask(asking())).toBe('asked');
  });

  it('is told to look again at every step', async () => {
    await approvals.ask(asking());
    await approve();
    await approvals.settled(7, page('first'));
    expect(changed).toEqual([7, 7, 7, 7]);
  });
});

describe('an approval is good for nobody else', () => {
  beforeEach(async () => {
    await approvals.ask(asking());
    await approve();
  });

  it.each([
    ['another account', { accountId: KIM }],
    ['another document in the same tab', { page: page('second') }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another question of the document', { field: 2 }],
  ])('%s', async (_, changes) => {
    expect(await approvals.ask(asking(changes))).toBe('asked');
    expect(ended).toEqual([[7, 'gone']]);
    expect(await approvals.ask(asking())).toBe('asked');
  });

  it('another tab', async () => {
    expect(await approvals.ask(asking({ tabId: 8 }))).toBe('asked');
    expect(await approvals.ask(asking())).toBe('approved');
  });

  it('but for the same page, whatever it calls itself and shows by then', async () => {
    expect(await approvals.ask(asking({ title: '(1) Sign in', shown: [] }))).toBe('approved');
    expect(await approvals.onShow()).toMatchObject({ request: { title: 'Sign in' } });
  });

  it('is not used up by what another document says', async () => {
    await approvals.settled(7, page('second'));
    await approvals.settled(8, page('first'));
    expect(await approvals.ask(asking())).toBe('approved');
  });

  it('nor for longer than a minute', async () => {
    clock.advance(MINUTE - 1);
    expect(await approvals.ask(asking())).toBe('approved');
    clock.advance(1);
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await onShow()).toMatchObject({ state: 'unused', isQuiet: false });
  });

  it('nor again after the code was filled in before it was approved', async () => {
    await approvals.settled(7, page('first'));
    await approvals.settled(7, page('first'));
    expect(ended).toEqual([[7, 'filled']]);
  });
});

describe('a page that is another one before it is approved', () => {
  describe.each(['shown', 'picked'])('once it is %s', (step) => {
    it.each([
      ['asks once more', { field: 2 }],
      ['shows another address', { shown: ['kim@contoso.example'] }],
      ['shows one more', { shown: ['alex@contoso.example', 'kim@contoso.example'] }],
      ['shows none any more', { shown: [] }],
    ])('%s: that is another request, with a number of its own to be picked', async (_, changes) => {
      await approvals.ask(asking());
      const id = step === 'picked' ? await pick() : (await onShow()).id;
      expect(await approvals.ask(asking(changes))).toBe('asked');
      expect(ended).toEqual([[7, 'gone']]);
      expect(await onShow()).toMatchObject({ id, state: 'gone', waiting: 1 });
      await read();
      const { request } = await approvals.onShow();
      expect(request).toMatchObject({ ...changes, tabId: 7, step: 'shown' });
      expect(await approvals.ask(asking(changes))).toBe('asked');
      expect(ended).toHaveLength(1);
    });
  });
});

describe('a code that was filled in before the user approved', () => {
  it.each(['shown', 'picked'])('settles nothing: %s', async (step) => {
    await approvals.ask(asking());
    if (step === 'picked') await pick();
    await approvals.settled(7, page('first'));
    expect(await onShow()).toMatchObject({ state: step });
  });
});

describe('refused', () => {
  const refusals: [Outcome, (id: string) => Promise<unknown>][] = [
    ['wrong-number', (id) => approvals.pick(id, 11)],
    ['not-me', (id) => approvals.refuse(id)],
    ['locked', () => approvals.locked()],
    [
      'timed-out',
      () => {
        clock.advance(MINUTE);
        return approvals.tick();
      },
    ],
  ];

  describe.each(refusals)('%s', (outcome, refuse) => {
    let id = '';

    beforeEach(async () => {
      await approvals.ask(asking());
      ({ id } = await onShow());
      await refuse(id);
    });

    it('is told in the window until it was read, which closes it', async () => {
      expect(await onShow()).toMatchObject({ id, state: outcome });
      expect(ended).toEqual([[7, outcome]]);
      await read();
      expect(await onShow()).toMatchObject({ state: undefined });
      expect(windows.size).toBe(0);
    });

    it('is for good: nothing else goes on with it', async () => {
      await approvals.pick(id, 10);
      await approvals.confirm(id, OPENER);
      await approvals.refuse(id);
      await approvals.settled(7, page('first'));
      expect(verify).not.toHaveBeenCalled();
      expect(await onShow()).toMatchObject({ state: outcome });
      expect(await approvals.numberFor(7)).toBeUndefined();
      expect(ended).toEqual([[7, outcome]]);
    });

    it('is for this document, for whatever account', async () => {
      expect(await approvals.ask(asking())).toBe('refused');
      expect(await approvals.ask(asking({ accountId: KIM }))).toBe('refused');
      await read();
      expect(await approvals.ask(asking())).toBe('refused');
      expect(shows).toEqual([null]);
    });

    it('lets the next document ask, unless the site was silenced', async () => {
      const next = { page: page('second') };
      const expected = outcome === 'not-me' ? 'silenced' : 'asked';
      expect(await approvals.ask(asking(next))).toBe(expected);
    });

    it('does not keep another site from asking', async () => {
      expect(await approvals.ask(other())).toBe('asked');
    });
  });

  it('with the window', async () => {
    await approvals.ask(asking());
    await onShow();
    windows.delete(WINDOW);
    await approvals.windowClosed(WINDOW);
    expect(ended).toEqual([[7, 'closed']]);
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await onShow()).toMatchObject({ state: undefined, waiting: 0 });
  });

  it('not with any other window', async () => {
    await approvals.ask(asking());
    await approvals.windowClosed(WINDOW + 1);
    expect(await onShow()).toMatchObject({ state: 'shown' });
  });

  it('with the window, all that waits', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    await approvals.windowClosed(WINDOW);
    expect(ended).toEqual([
      [7, 'closed'],
      [8, 'closed'],
    ]);
  });

  it('not by closing the window once it was approved', async () => {
    await approvals.ask(asking());
    await approve();
    await approvals.windowClosed(WINDOW);
    expect(await approvals.ask(asking())).toBe('approved');
    await approvals.settled(7, page('first'));
    await approvals.ask(other());
    expect(await onShow()).toMatchObject({ tabId: 8, state: 'shown' });
  });

  it('where the tab is gone, which no document is blamed for', async () => {
    await approvals.ask(asking());
    await onShow();
    await approvals.refuseTab(7);
    expect(await onShow()).toMatchObject({ state: 'gone', isQuiet: false });
    expect(await approvals.ask(asking())).toBe('asked');
  });

  it('also after the right number', async () => {
    await approvals.ask(asking());
    await pick();
    clock.advance(MINUTE);
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await onShow()).toMatchObject({ state: 'timed-out' });
  });

  it('locked, also once it was approved', async () => {
    await approvals.ask(asking());
    await approve();
    await approvals.locked();
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await onShow()).toMatchObject({ state: 'locked' });
  });
});

describe('the number', () => {
  it('is to be picked while it is on show', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    await onShow();
    const held = (await storage.get(KEY))[KEY] as { requests: { id: string; step: string }[] };
    const waiting = held.requests.find(({ step }) => step === 'queued')?.id ?? '';
    expect(await code(approvals.pick(waiting, 10))).toBe('refused');
    expect(await code(approvals.pick(ALEX, 10))).toBe('refused');
  });

  it('is picked once: another click after it changes nothing', async () => {
    await approvals.ask(asking());
    const id = await pick();
    await approvals.pick(id, 11);
    expect(await onShow()).toMatchObject({ state: 'picked' });
  });

  it('gives no time more', async () => {
    await approvals.ask(asking());
    const { id } = await onShow();
    clock.advance(MINUTE - 1);
    await approvals.pick(id, 10);
    clock.advance(1);
    expect(await onShow()).toMatchObject({ state: 'timed-out' });
  });
});

describe('the verification', () => {
  it('comes after the number', async () => {
    await approvals.ask(asking());
    const { id } = await onShow();
    expect(await code(approvals.confirm(id, OPENER))).toBe('refused');
    expect(verify).not.toHaveBeenCalled();
    expect(await onShow()).toMatchObject({ state: 'shown' });
  });

  it('may be tried again until the time is over', async () => {
    await approvals.ask(asking());
    const id = await pick();
    verify.mockRejectedValueOnce(new Fault('wrong-key', 'no slot'));
    expect(await code(approvals.confirm(id, OPENER))).toBe('wrong-key');
    expect(await approvals.ask(asking())).toBe('asked');
    await approvals.confirm(id, OPENER);
    expect(await approvals.ask(asking())).toBe('approved');
  });

  it('that takes until the time is over is too late', async () => {
    await approvals.ask(asking());
    const id = await pick();
    verify.mockImplementationOnce(async () => clock.advance(MINUTE));
    await approvals.confirm(id, OPENER);
    expect(await onShow()).toMatchObject({ state: 'timed-out' });
    expect(await approvals.ask(asking())).toBe('refused');
  });

  it('that finds the vault locked refuses', async () => {
    await approvals.ask(asking());
    const id = await pick();
    verify.mockRejectedValueOnce(new Fault('locked', 'no key'));
    await approvals.confirm(id, OPENER);
    expect(await onShow()).toMatchObject({ state: 'locked' });
  });

  it('counts once', async () => {
    await approvals.ask(asking());
    const id = await approve();
    clock.advance(MINUTE / 2);
    await approvals.confirm(id, OPENER);
    expect(verify).toHaveBeenCalledTimes(1);
    clock.advance(MINUTE / 2);
    expect(await approvals.ask(asking())).toBe('refused');
  });
});

describe('the time', () => {
  it('begins when the window shows it', async () => {
    await approvals.ask(asking());
    clock.advance(MINUTE + MINUTE / 2);
    await onShow();
    clock.advance(MINUTE - 1);
    expect(await onShow()).toMatchObject({ state: 'shown' });
    clock.advance(1);
    expect(await onShow()).toMatchObject({ state: 'timed-out' });
  });

  it('is over after two minutes for what no window has shown', async () => {
    await approvals.ask(asking());
    clock.advance(2 * MINUTE - 1);
    expect(await approvals.ask(asking())).toBe('asked');
    clock.advance(1);
    expect(await approvals.ask(asking())).toBe('refused');
    expect(ended).toEqual([[7, 'waited-out']]);
  });

  it('that was over before it was shown is told in the window, until that was read', async () => {
    await approvals.ask(asking());
    await onShow();
    clock.advance(MINUTE / 2);
    await approvals.ask(other());
    await approve();
    clock.advance(MINUTE - 1);
    await approvals.settled(7, page('first'));
    expect(await onShow()).toMatchObject({ tabId: 7, state: 'filled', waiting: 1 });
    clock.advance(MINUTE + 1);
    await approvals.tick();
    expect(ended.at(-1)).toEqual([8, 'waited-out']);
    expect(await onShow()).toMatchObject({ tabId: 7, waiting: 1 });
    await read();
    expect(windows).toEqual(new Set([WINDOW]));
    expect(await onShow()).toMatchObject({ tabId: 8, state: 'waited-out', waiting: 0 });
    await read();
    expect(windows.size).toBe(0);
  });

  it('is watched by an alarm', async () => {
    await approvals.ask(asking());
    expect(alarms.at(-1)).toBe(clock.now() + 2 * MINUTE);
    await approvals.onShow();
    expect(alarms.at(-1)).toBe(clock.now() + MINUTE);
    await approvals.refuseTab(7);
    expect(alarms.at(-1)).toBeNull();
  });

  it('is watched again where the alarm came too early, and no longer where there is none', async () => {
    await approvals.tick();
    expect(alarms).toEqual([]);
    await approvals.ask(asking());
    const deadline = clock.now() + 2 * MINUTE;
    clock.advance(2 * MINUTE - 1);
    alarms = [];
    await approvals.tick();
    expect(alarms).toEqual([deadline]);
  });

  it('is not longer because the clock was set back', async () => {
    await approvals.ask(asking());
    await onShow();
    clock.advance(-10 * MINUTE);
    expect(await onShow()).toMatchObject({ state: 'timed-out' });
  });

  it('may be a few seconds longer: clocks are corrected', async () => {
    await approvals.ask(asking());
    await onShow();
    clock.advance(-5000);
    expect(await onShow()).toMatchObject({ state: 'shown' });
  });
});

describe('several requests', () => {
  it('are shown one after the other', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    expect(shows).toEqual([null]);
    expect(await onShow()).toMatchObject({ tabId: 7, waiting: 1 });
    const id = await approve();
    await approvals.settled(7, page('first'));
    expect(await onShow()).toMatchObject({ id, state: 'filled', waiting: 1 });
    expect(await approvals.numberFor(8)).toBe(10);
    await read();
    expect(await onShow()).toMatchObject({ tabId: 8, state: 'shown', waiting: 0 });
  });

  it('come to the front again where the one before has ended', async () => {
    await approvals.ask(asking());
    const { id } = await onShow();
    await approvals.pick(id, 11);
    await approvals.ask(other());
    expect(shows).toEqual([null, WINDOW]);
    expect(await onShow()).toMatchObject({ state: 'wrong-number', waiting: 1 });
  });

  it('are one of each tab', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    await approvals.ask(other({ page: page('second') }));
    expect(await onShow()).toMatchObject({ tabId: 7, waiting: 1 });
    expect(ended).toEqual([[8, 'gone']]);
  });

  it('are dropped where their page is gone', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    await approvals.refuseTab(8);
    expect(await onShow()).toMatchObject({ tabId: 7, waiting: 0 });
  });

  it('are five that wait, and no more', async () => {
    for (let tabId = 1; tabId <= 6; tabId++) {
      expect(await approvals.ask(other({ tabId, page: page(`${tabId}`) }))).toBe('asked');
    }
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await onShow()).toMatchObject({ tabId: 1, waiting: 5 });
    await approvals.refuseTab(2);
    expect(await approvals.ask(asking())).toBe('asked');
  });

  it('give way to another question where they have ended, the oldest first', async () => {
    for (let tabId = 1; tabId <= 6; tabId++) {
      const origin = `https://shop-${tabId}.example`;
      await approvals.ask(other({ tabId, origin, page: page(`${tabId}`) }));
    }
    clock.advance(2 * MINUTE);
    expect(await approvals.ask(asking())).toBe('asked');
    const tabs = [];
    for (let shown = await onShow(); shown.state === 'waited-out'; shown = await onShow()) {
      tabs.push(shown.tabId);
      await read();
    }
    expect(tabs).toEqual([1, 3, 4, 5, 6]);
    expect(await onShow()).toMatchObject({ tabId: 7, state: 'shown', waiting: 0 });
  });

  it('end at once when the vault is locked', async () => {
    await approvals.ask(asking());
    await approvals.ask(other());
    await onShow();
    await approvals.locked();
    expect(ended).toEqual([
      [7, 'locked'],
      [8, 'locked'],
    ]);
    expect(await onShow()).toMatchObject({ tabId: 7, state: 'locked', waiting: 0 });
  });
});

describe('"not me"', () => {
  it('silences the site for ten minutes', async () => {
    await approvals.ask(asking());
    await approvals.refuse((await onShow()).id);
    expect(await onShow()).toMatchObject({ state: 'not-me', isQuiet: true });
    clock.advance(10 * MINUTE - 1);
    expect(await approvals.ask(asking({ page: page('second') }))).toBe('silenced');
    clock.advance(1);
    expect(await approvals.ask(asking({ page: page('second') }))).toBe('asked');
  });

  it('refuses what else waits from there, and from nowhere else', async () => {
    await approvals.ask(asking());
    await approvals.ask(asking({ tabId: 8, page: page('second') }));
    await approvals.ask(asking({ tabId: 9, page: page('third') }));
    await approvals.ask(other({ tabId: 10 }));
    await approvals.refuse((await onShow()).id);
    expect(ended).toEqual([
      [7, 'not-me'],
      [8, 'silenced'],
      [9, 'silenced'],
    ]);
    await read();
    for (const tabId of [8, 9]) {
      expect(await onShow()).toMatchObject({ tabId, state: 'silenced', isQuiet: true });
      await read();
    }
    expect(await onShow()).toMatchObject({ tabId: 10, state: 'shown' });
  });

  it('silences no longer because the clock was set back, unless by a correction', async () => {
    await approvals.ask(asking());
    await approvals.refuse((await onShow()).id);
    clock.advance(-5000);
    expect(await approvals.ask(asking({ page: page('second') }))).toBe('silenced');
    clock.advance(-24 * 60 * MINUTE);
    expect(await approvals.ask(asking({ page: page('second') }))).toBe('asked');
  });

  it('is remembered with the account', async () => {
    await approvals.ask(asking());
    await approvals.refuse((await onShow()).id);
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('refuses also where it cannot be remembered', async () => {
    change.mockRejectedValue(new Fault('storage-full', 'no space'));
    await approvals.ask(asking());
    expect(await code(approvals.refuse((await onShow()).id))).toBe('storage-full');
    expect(await onShow()).toMatchObject({ state: 'not-me' });
  });

  it('comes too late once it is approved', async () => {
    await approvals.ask(asking());
    const id = await approve();
    await approvals.refuse(id);
    expect(change).not.toHaveBeenCalled();
    expect(await approvals.ask(asking())).toBe('approved');
  });
});

describe('a site that asks again and again', () => {
  /** Asks from another document each time; how it was answered. */
  async function ask(round: number, end: () => Promise<void>) {
    const answer = await approvals.ask(asking({ page: page(`round ${round}`) }));
    if (answer === 'asked') await end();
    return answer;
  }
  const wrong = async () => approvals.pick((await onShow()).id, 11).then(read);

  async function answers(rounds: number, end: () => Promise<void>) {
    const given = [];
    for (let round = 0; round < rounds; round++) given.push(await ask(round, end));
    return given;
  }

  it('is silenced after the fourth refusal within ten minutes', async () => {
    expect(await answers(5, wrong)).toEqual(['asked', 'asked', 'asked', 'asked', 'silenced']);
    expect(await approvals.ask(other())).toBe('asked');
    clock.advance(10 * MINUTE);
    expect(await ask(9, wrong)).toBe('asked');
  });

  it('is not for the refusals of another', async () => {
    await answers(3, wrong);
    await approvals.ask(other());
    await wrong();
    expect(await approvals.ask(other({ page: page('second') }))).toBe('asked');
  });

  it('is told to be, with the refusal', async () => {
    await answers(3, wrong);
    await approvals.ask(asking({ page: page('the last one') }));
    await approvals.pick((await onShow()).id, 11);
    expect(await onShow()).toMatchObject({ state: 'wrong-number', isQuiet: true });
  });

  it('is not for refusals longer ago', async () => {
    await answers(3, wrong);
    clock.advance(10 * MINUTE);
    for (const round of [10, 11, 12]) expect(await ask(round, wrong)).toBe('asked');
  });

  it('is for time-outs, and for windows that were closed', async () => {
    const over = async () => {
      await onShow();
      clock.advance(MINUTE);
      await read();
    };
    const close = async () => {
      await onShow();
      await approvals.windowClosed(Math.max(...windows));
    };
    expect(await answers(2, over)).toEqual(['asked', 'asked']);
    expect(await ask(10, close)).toBe('asked');
    expect(await ask(11, close)).toBe('asked');
    expect(await ask(12, close)).toBe('silenced');
  });

  it('is for pages that are gone again, but only after ten', async () => {
    const gone = async () => {
      await onShow();
      await approvals.refuseTab(7);
      await read();
    };
    expect(await answers(12, gone)).toEqual([...Array(11).fill('asked'), 'silenced']);
  });

  it('is also when its requests end all at once, each of them once', async () => {
    for (let tabId = 1; tabId <= 6; tabId++) {
      await approvals.ask(asking({ tabId, page: page(`${tabId}`) }));
    }
    clock.advance(2 * MINUTE);
    await approvals.tick();
    expect(ended).toEqual([
      ...[1, 2, 3, 4].map((tabId) => [tabId, 'waited-out']),
      [5, 'silenced'],
      [6, 'silenced'],
    ]);
  });

  it('keeps what the user has approved by then', async () => {
    for (let tabId = 1; tabId <= 6; tabId++) {
      await approvals.ask(asking({ tabId, page: page(`${tabId}`) }));
    }
    clock.advance(2 * MINUTE - 1);
    await approve();
    clock.advance(1);
    expect(await approvals.ask(asking({ tabId: 1, page: page('1') }))).toBe('approved');
    expect(await approvals.ask(asking())).toBe('silenced');
  });

  it('is not for refusals before the clock was set back', async () => {
    await answers(3, wrong);
    clock.advance(-24 * 60 * MINUTE);
    for (const round of [10, 11, 12]) expect(await ask(round, wrong)).toBe('asked');
    expect(await ask(13, wrong)).toBe('asked');
  });

  it('is not for what was approved', async () => {
    const filled = async () => {
      await approve();
      await approvals.settled(7, (await approvals.onShow()).request?.page ?? '');
      await read();
    };
    expect(await answers(12, filled)).toEqual(Array(12).fill('asked'));
  });
});

describe('the window', () => {
  it('that cannot be opened is tried with the next question', async () => {
    showWindow.mockRejectedValueOnce(new Error('no window'));
    expect(await approvals.ask(asking())).toBe('asked');
    expect(shows).toEqual([]);
    expect(await approvals.ask(asking())).toBe('asked');
    expect(shows).toEqual([null]);
  });

  it('closes where what was asked is gone before it was shown', async () => {
    await approvals.ask(asking());
    await approvals.refuseTab(7);
    expect(windows.size).toBe(0);
    // And that was not the user; the next request has a window of its own.
    await approvals.ask(other());
    await approvals.windowClosed(WINDOW);
    expect(shows).toEqual([null, null]);
    expect(await onShow()).toMatchObject({ tabId: 8, state: 'shown' });
  });

  it('stays for what is to be read', async () => {
    await approvals.ask(asking());
    await onShow();
    await approvals.refuseTab(7);
    expect(windows).toEqual(new Set([WINDOW]));
  });

  it('does not go on before it ended', async () => {
    await approvals.ask(asking());
    const { id } = await onShow();
    await approvals.next(id);
    await approvals.next(KIM);
    expect(await onShow()).toMatchObject({ id, state: 'shown' });
  });
});

describe('a worker that was killed', () => {
  it('takes nothing with it, at no step', async () => {
    const restart = () => {
      approvals = startWorker();
    };
    await approvals.ask(asking());
    restart();
    expect(await approvals.numberFor(7)).toBe(10);
    const { id } = await onShow();
    restart();
    await approvals.pick(id, 10);
    restart();
    await approvals.confirm(id, OPENER);
    restart();
    expect(await approvals.ask(asking())).toBe('approved');
    await approvals.settled(7, page('first'));
    restart();
    expect(await onShow()).toMatchObject({ state: 'filled' });
    await read();
    expect(windows.size).toBe(0);
  });

  it('does not come back to a deadline later', async () => {
    await approvals.ask(asking());
    await onShow();
    clock.advance(MINUTE);
    approvals = startWorker();
    await approvals.tick();
    expect(ended).toEqual([[7, 'timed-out']]);
    expect(await approvals.ask(asking())).toBe('refused');
  });

  it('remembers who is silenced, and who was refused', async () => {
    await approvals.ask(asking());
    await approvals.refuse((await onShow()).id);
    approvals = startWorker();
    expect(await approvals.ask(asking())).toBe('refused');
    expect(await approvals.ask(asking({ page: page('second') }))).toBe('silenced');
  });

  it('begins anew where what it finds is not ours', async () => {
    await approvals.ask(asking());
    const held = JSON.stringify(await storage.get(KEY));
    await storage.set(JSON.parse(held.replace('"number":10', '"number":"10"')));
    expect(await onShow()).toMatchObject({ state: undefined, waiting: 0 });
  });
});

it('what is held has neither codes nor keys in it', async () => {
  await approvals.ask(asking());
  await approve();
  const held = Object.keys(await storage.get(null));
  expect(held).toEqual([KEY]);
  expect(JSON.stringify(await storage.get(null))).not.toContain(OPENER.recoveryCode);
});
