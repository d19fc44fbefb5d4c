import { Fault } from '../fault.ts';
import { exactOrigin } from '../origins/origin.ts';
import { Queue } from '../queue.ts';
import { isOwnPage, OWN_PATTERNS, patternOf, sitePatterns } from './site-patterns.ts';

/** `entrypoints/site.ts` and what that asks for, `entrypoints/attend-site.ts`, as built. */
const SITE_SCRIPT = 'site.js';
const ATTENDING_SCRIPT = 'attend-site.js';

/** A content script that runs in every page of these sites. */
export interface RegisteredScript {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
  readonly runAt: 'document_idle';
  readonly allFrames: boolean;
  /** Chrome forgets it with an update of the extension all the same. */
  readonly persistAcrossSessions: boolean;
}

/** A content script of the manifest. */
export interface OwnScript {
  readonly matches: readonly string[];
  readonly files: readonly string[];
}

export interface OpenTab {
  readonly id: number;
  readonly url: string;
}

/** The part of the browser that is used. */
export interface SitesBrowser {
  /** Match patterns of all hosts that we may reach now, those of the manifest among them. */
  reach(): Promise<readonly string[]>;
  /** Whether we may reach all that a match pattern names. */
  mayReach(pattern: string): Promise<boolean>;
  /** Those of the ids under which a script is registered. */
  registered(ids: readonly string[]): Promise<readonly string[]>;
  register(script: RegisteredScript): Promise<void>;
  update(script: RegisteredScript): Promise<void>;
  unregister(id: string): Promise<void>;
  /** The tabs with such a page in them; not those that the browser has put to sleep. */
  tabs(patterns: readonly string[]): Promise<readonly OpenTab[]>;
  /** Into the top frame, when it is ready. */
  inject(tabId: number, files: readonly string[]): Promise<void>;
  /** What the browser does not itself put into the tabs that are open when the extension comes. */
  missingScripts(): readonly OwnScript[];
}

const ID = 'site';

/**
 * Keeps the script for sites where the user has let us in, and nowhere else: the browser remembers it from one start to
 * the next, and what the user grants or takes back, in our pages or in the browser's, is followed.
 */
export class SiteScripts {
  readonly #browser: SitesBrowser;
  readonly #queue = new Queue();

  constructor(browser: SitesBrowser) {
    this.#browser = browser;
  }

  /** Makes what is registered what the user has granted; the same again changes nothing. */
  sync(): Promise<void> {
    return this.#queue.run(() => this.#sync());
  }

  /**
   * Sites were granted: pages of theirs that are open already need not be loaded again.
   *
   * @param origins match patterns
   */
  async granted(origins: readonly string[]): Promise<void> {
    await this.sync();
    await this.#injectInto(sitePatterns(origins), [SITE_SCRIPT]);
  }

  /**
   * The extension was installed or has another version now: the scripts that are in open pages are missing, or belong to
   * a version that is gone.
   */
  async installed(): Promise<void> {
    await this.sync();
    await this.#injectInto(sitePatterns(await this.#browser.reach()), [SITE_SCRIPT]);
    for (const { matches, files } of this.#browser.missingScripts()) {
      const tabs = await this.#browser.tabs(matches);
      await this.#injectEach(tabs, files);
    }
  }

  /**
   * A tab's page may have a field for a code.
   *
   * @throws Fault `page-not-readable` where the user has taken the site back
   */
  async attend(tabId: number): Promise<void> {
    await this.#browser.inject(tabId, [ATTENDING_SCRIPT]).catch(() => {
      throw new Fault('page-not-readable', 'the browser does not let extensions into this page');
    });
  }

  /** Whether the browser lets us into an origin now. A host is granted with all its ports. */
  async mayReach(origin: string): Promise<boolean> {
    const address = exactOrigin(origin);
    if (address === undefined) return false;
    const { hostname } = new URL(address.origin);
    return await this.#browser.mayReach(patternOf(hostname)).catch(() => false);
  }

  async #sync(): Promise<void> {
    const matches = sitePatterns(await this.#browser.reach());
    const isRegistered = (await this.#browser.registered([ID])).includes(ID);
    if (matches.length === 0) {
      if (isRegistered) await this.#browser.unregister(ID);
      return;
    }
    const script = {
      id: ID,
      js: [SITE_SCRIPT],
      matches,
      excludeMatches: OWN_PATTERNS,
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    } as const;
    await (isRegistered ? this.#browser.update(script) : this.#browser.register(script));
  }

  async #injectInto(patterns: readonly string[], files: readonly string[]): Promise<void> {
    if (patterns.length === 0) return;
    const tabs = await this.#browser.tabs(patterns);
    await this.#injectEach(
      tabs.filter(({ url }) => !isOwnPage(url)),
      files,
    );
  }

  /** A tab that is closed meanwhile, or that shows the browser's own error page, is no loss. */
  async #injectEach(tabs: readonly OpenTab[], files: readonly string[]): Promise<void> {
    await Promise.allSettled(tabs.map(({ id }) => this.#browser.inject(id, files)));
  }
}
