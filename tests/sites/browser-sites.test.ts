import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEvent } from '../fake-event.ts';

const BANK = 'https://bank.example/*';

function newBrowser() {
  return {
    runtime: {
      onInstalled: new FakeEvent(),
      onStartup: new FakeEvent(),
      getManifest: () => ({
        content_scripts: [
          { matches: ['https://login.live.com/*'], js: ['content-scripts/sign-in.js'] },
        ],
      }),
    },
    permissions: {
      onAdded: new FakeEvent(),
      onRemoved: new FakeEvent(),
      getAll: vi.fn(async (): Promise<object> => ({ origins: [BANK], permissions: ['tabs'] })),
      contains: vi.fn(async (_: object) => true),
    },
    scripting: {
      getRegisteredContentScripts: vi.fn(async (_: object) => [{ id: 'site', js: ['/site.js'] }]),
      registerContentScripts: vi.fn(async (_: object[]) => {}),
      updateContentScripts: vi.fn(async (_: object[]) => {}),
      unregisterContentScripts: vi.fn(async (_: object) => {}),
      executeScript: vi.fn(async (_: object) => []),
    },
    tabs: {
      query: vi.fn(async (_: object) => [
        { id: 7, url: 'https://bank.example/login' },
        { id: 8 },
        { url: 'https://bank.example/' },
      ]),
    },
  };
}

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { browserSites, listenForSites, onReachChanged } = await import(
  '../../src/sites/browser-sites.ts'
);
const { SiteScripts } = await import('../../src/sites/site-scripts.ts');

beforeEach(() => {
  fake.browser = newBrowser();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what the browser has', () => {
  it('tells what we may reach', async () => {
    expect(await browserSites.reach()).toEqual([BANK]);
    fake.browser.permissions.getAll.mockResolvedValue({});
    expect(await browserSites.reach()).toEqual([]);
    expect(await browserSites.mayReach(BANK)).toBe(true);
    expect(fake.browser.permissions.contains.mock.calls).toEqual([[{ origins: [BANK] }]]);
  });

  it('names the registered scripts', async () => {
    expect(await browserSites.registered(['site'])).toEqual(['site']);
  });

  it('gives the tabs into which we may look', async () => {
    expect(await browserSites.tabs([BANK])).toEqual([{ id: 7, url: 'https://bank.example/login' }]);
    expect(fake.browser.tabs.query.mock.calls).toEqual([[{ url: [BANK], discarded: false }]]);
  });

  it('puts a script into the top frame of a tab', async () => {
    await browserSites.inject(7, ['site.js']);
    expect(fake.browser.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7 }, files: ['/site.js'] }],
    ]);
  });

  it('leaves the manifest’s scripts to us in Chrome alone', () => {
    expect(browserSites.missingScripts()).toEqual([]);
    vi.stubEnv('CHROME', 'true');
    expect(browserSites.missingScripts()).toEqual([
      { matches: ['https://login.live.com/*'], files: ['content-scripts/sign-in.js'] },
    ]);
  });
});

describe('what happens', () => {
  const siteScripts = new SiteScripts(browserSites);
  const sync = vi.spyOn(siteScripts, 'sync');
  const granted = vi.spyOn(siteScripts, 'granted');
  const installed = vi.spyOn(siteScripts, 'installed');

  beforeEach(() => {
    for (const each of [sync, granted, installed]) each.mockReset().mockResolvedValue();
    listenForSites(siteScripts);
  });

  const calls = () => [sync, granted, installed].map((each) => each.mock.calls);

  it('is listened for before the worker has started', () => {
    const { runtime, permissions } = fake.browser;
    const events = [
      ...[runtime.onInstalled, runtime.onStartup],
      ...[permissions.onAdded, permissions.onRemoved],
    ];
    expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1, 1, 1]);
  });

  it.each(['install', 'update'])('an installation (%s)', (reason) => {
    void fake.browser.runtime.onInstalled.happen({ reason });
    expect(calls()).toEqual([[], [], [[]]]);
  });

  it('another version of the browser, and its start', () => {
    void fake.browser.runtime.onInstalled.happen({ reason: 'browser_update' });
    void fake.browser.runtime.onStartup.happen();
    expect(calls()).toEqual([[[], []], [], []]);
  });

  it('a grant', () => {
    void fake.browser.permissions.onAdded.happen({ origins: [BANK] });
    void fake.browser.permissions.onAdded.happen({ permissions: ['tabs'] });
    expect(calls()).toEqual([[], [[[BANK]], [[]]], []]);
  });

  it('a revocation', () => {
    void fake.browser.permissions.onRemoved.happen({ origins: [BANK] });
    expect(calls()).toEqual([[[]], [], []]);
  });

  it('goes on where the browser refuses', async () => {
    // Not a mock: that one would take its own refusal for handled.
    const refused = () => Promise.reject(new Error('no such file'));
    fake.browser = newBrowser();
    listenForSites(Object.assign(new SiteScripts(browserSites), { sync: refused }));
    await fake.browser.runtime.onStartup.happen();
  });
});

it('tells when we may reach more or less', () => {
  const changed = vi.fn();
  onReachChanged(changed);
  void fake.browser.permissions.onAdded.happen({ origins: [BANK] });
  void fake.browser.permissions.onRemoved.happen({ origins: [BANK] });
  expect(changed.mock.calls).toEqual([[], []]);
});

it('is what the site scripts work with', async () => {
  const { getRegisteredContentScripts, registerContentScripts, updateContentScripts } =
    fake.browser.scripting;
  const siteScripts = new SiteScripts(browserSites);
  await siteScripts.sync();
  expect(updateContentScripts.mock.calls[0]?.[0]).toMatchObject([{ id: 'site', matches: [BANK] }]);
  getRegisteredContentScripts.mockResolvedValue([]);
  await siteScripts.sync();
  expect(registerContentScripts.mock.calls[0]?.[0]).toMatchObject([
    { id: 'site', matches: [BANK] },
  ]);
});
