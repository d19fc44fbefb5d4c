import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OWN_PATTERNS } from '../../src/sites/site-patterns.ts';
import {
  type OpenTab,
  type OwnScript,
  type RegisteredScript,
  SiteScripts,
  type SitesBrowser,
} from '../../src/sites/site-scripts.ts';
import { fault } from '../vault/builders.ts';

const BANK = 'https://bank.example/*';
const SHOP = 'https://shop.example/*';
const EVERYWHERE = 'https://*/*';

/** A browser that refuses what the real ones refuse. */
class FakeBrowser implements SitesBrowser {
  granted: string[] = [];
  open: OpenTab[] = [];
  missing: OwnScript[] = [];
  scripts = new Map<string, RegisteredScript>();
  writes = 0;

  reach = async () => [...OWN_PATTERNS, ...this.granted];
  mayReach = async (pattern: string) => (await this.reach()).includes(pattern);
  registered = async (ids: readonly string[]) => ids.filter((id) => this.scripts.has(id));

  async register(script: RegisteredScript) {
    if (this.scripts.has(script.id)) throw new Error('duplicate');
    this.#write(script);
  }
  async update(script: RegisteredScript) {
    if (!this.scripts.has(script.id)) throw new Error('unknown');
    this.#write(script);
  }
  async unregister(id: string) {
    if (!this.scripts.delete(id)) throw new Error('unknown');
  }
  async tabs(patterns: readonly string[]) {
    if (patterns.length === 0) throw new Error('patterns must be given');
    const hosts = patterns.map((pattern) => pattern.split('/')[2]);
    const isMeant = (url: string) => hosts.includes('*') || hosts.includes(new URL(url).hostname);
    return this.open.filter(({ url }) => isMeant(url));
  }
  inject = vi.fn(async (_tabId: number, _files: readonly string[]) => {});
  missingScripts = () => this.missing;

  #write(script: RegisteredScript) {
    if (script.matches.length === 0) throw new Error('matches must be given');
    this.writes += 1;
    this.scripts.set(script.id, script);
  }
}

let fake: FakeBrowser;
let sites: SiteScripts;

beforeEach(() => {
  fake = new FakeBrowser();
  sites = new SiteScripts(fake);
});

const matches = () => fake.scripts.get('site')?.matches;

describe('what is registered', () => {
  it('is one script for the granted sites, in the top frame alone, never in our own hosts', async () => {
    fake.granted = [SHOP, BANK];
    await sites.sync();
    expect([...fake.scripts.values()]).toEqual([
      {
        id: 'site',
        js: ['site.js'],
        matches: [BANK, SHOP],
        excludeMatches: OWN_PATTERNS,
        runAt: 'document_idle',
        allFrames: false,
        persistAcrossSessions: true,
      },
    ]);
  });

  it('is nothing while nothing was granted beyond the manifest', async () => {
    await sites.sync();
    await sites.sync();
    expect(fake.scripts.size).toBe(0);
  });

  it('follows what is granted and taken back', async () => {
    fake.granted = [BANK];
    await sites.sync();
    fake.granted = [BANK, SHOP];
    await sites.sync();
    expect(matches()).toEqual([BANK, SHOP]);
    fake.granted = [SHOP];
    await sites.sync();
    expect(matches()).toEqual([SHOP]);
    fake.granted = [];
    await sites.sync();
    expect(fake.scripts.size).toBe(0);
  });

  it('covers every site where the user granted that, and still not our own hosts', async () => {
    fake.granted = ['<all_urls>', BANK];
    await sites.sync();
    expect(fake.scripts.get('site')).toMatchObject({
      matches: [EVERYWHERE],
      excludeMatches: expect.arrayContaining(['https://login.microsoftonline.com/*']),
    });
  });

  it('is registered once, however many ask at the same time', async () => {
    fake.granted = [BANK];
    await Promise.all([sites.sync(), sites.granted([BANK]), sites.installed(), sites.sync()]);
    expect(matches()).toEqual([BANK]);
    expect(fake.writes).toBe(4);
  });

  it('comes right after a failure', async () => {
    fake.granted = [BANK];
    vi.spyOn(fake, 'register').mockRejectedValueOnce(new Error('no such file'));
    await expect(sites.sync()).rejects.toThrow('no such file');
    await sites.sync();
    expect(matches()).toEqual([BANK]);
  });
});

describe('a page that may have a field', () => {
  it('gets the script that attends it', async () => {
    await sites.attend(1);
    expect(fake.inject.mock.calls).toEqual([[1, ['attend-site.js']]]);
  });

  it('does not get it where the site was taken back', async () => {
    fake.inject.mockRejectedValueOnce(new Error('Missing host permission for the tab'));
    await expect(sites.attend(1)).rejects.toMatchObject(fault('page-not-readable'));
  });
});

describe('pages that are open already', () => {
  beforeEach(() => {
    fake.open = [
      { id: 1, url: 'https://bank.example/login' },
      { id: 2, url: 'https://shop.example/' },
      { id: 3, url: 'https://login.microsoftonline.com/common' },
    ];
  });

  it('get the script of a site that is granted now, and no others', async () => {
    fake.granted = [BANK, SHOP];
    await sites.granted([BANK]);
    expect(fake.inject.mock.calls).toEqual([[1, ['site.js']]]);
  });

  it('on our own hosts do not get it, even where everything was granted', async () => {
    fake.granted = [EVERYWHERE];
    await sites.granted([EVERYWHERE]);
    expect(fake.inject.mock.calls).toEqual([
      [1, ['site.js']],
      [2, ['site.js']],
    ]);
  });

  it('get nothing for a grant that is none of a site', async () => {
    await sites.granted(['https://login.microsoftonline.com/*', 'http://bank.example/*']);
    await sites.granted([]);
    expect(fake.inject).not.toHaveBeenCalled();
  });

  it('get everything anew with another version, and what the manifest has for them', async () => {
    fake.granted = [SHOP];
    fake.missing = [
      {
        matches: ['https://login.microsoftonline.com/*'],
        files: ['content-scripts/sign-in.js'],
      },
    ];
    await sites.installed();
    expect(fake.inject.mock.calls).toEqual([
      [2, ['site.js']],
      [3, ['content-scripts/sign-in.js']],
    ]);
  });

  it('do not keep one another from it', async () => {
    fake.granted = [BANK, SHOP];
    fake.inject.mockRejectedValueOnce(new Error('the tab was closed'));
    await sites.granted([BANK, SHOP]);
    expect(fake.inject.mock.calls.map(([tabId]) => tabId)).toEqual([1, 2]);
  });

  it('are not touched by a mere start', async () => {
    fake.granted = [BANK];
    await sites.sync();
    expect(fake.inject).not.toHaveBeenCalled();
  });
});

describe('mayReach', () => {
  it.each([
    ['a granted site', 'https://bank.example', true],
    ['another port of it', 'https://bank.example:8443', true],
    ['a page of it', 'https://bank.example/login?next', true],
    ['the sign-in at Microsoft', 'https://login.microsoftonline.com', true],
    ['another site', 'https://shop.example', false],
    ['the site without https', 'http://bank.example', false],
    ['no address', 'bank.example', false],
    ['nothing', '', false],
  ])('%s', async (_, origin, reachable) => {
    fake.granted = [BANK];
    expect(await sites.mayReach(origin)).toBe(reachable);
  });

  it('is no for what the browser does not take for a pattern', async () => {
    fake.mayReach = () => Promise.reject(new Error('invalid pattern'));
    expect(await sites.mayReach('https://[::1]')).toBe(false);
  });
});
