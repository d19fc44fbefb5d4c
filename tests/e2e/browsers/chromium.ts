import { join } from 'node:path';
import type { CDPSession, Page as PuppeteerPage, Target } from 'puppeteer-core';
import { readBadge } from './badge.ts';
import type { Browser, LaunchOptions, Page } from './browser.ts';
import { writeFilm } from './camera.ts';
import { enterAfterKeyword, typeAfterKeyword } from './chromium-address-bar.ts';
import { type ChromiumAuthenticator, chromiumAuthenticator } from './chromium-authenticator.ts';
import { readClipboard, writeClipboard } from './chromium-clipboard.ts';
import { chooseFromMenu } from './chromium-menu.ts';
import { pinToToolbar } from './chromium-pin.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { answerQuestion } from './chromium-question.ts';
import { chromiumSurface, evaluateIn } from './chromium-surface.ts';
import { withChromiumUi } from './chromium-ui.ts';
import { isAt } from './is-at.ts';
import { call, pageScript, readOutcome } from './page-script.ts';
import { poll } from './poll.ts';
import { createProfile } from './profile.ts';
import { parseShortcut, readShortcut } from './shortcut.ts';
import { type Clip, pageOn } from './surface.ts';

/** The view of an extension's button, without a size while the button is not pinned. */
const TOOLBAR_BUTTON = 'ToolbarActionView';

interface Ceremony {
  readonly tab: PuppeteerPage;
  readonly page: Page;
  readonly authenticator: ChromiumAuthenticator;
}

/** One run of the browser, from start to quit. */
interface Run extends ChromiumProcess {
  readonly extensionId: string;
  /** The tab the browser starts with, kept blank: for what needs some page and must disturb none. */
  readonly spare: PuppeteerPage;
  /** The tabs the harness opened, from which those of the extension are told apart. */
  readonly ours: Set<Target>;
  ceremony?: Ceremony;
}

/**
 * The extension is installed at every start, since Chrome forgets what was installed over its pipe; what
 * the extension stored, it keeps.
 */
async function start(options: LaunchOptions, profile: string): Promise<Run> {
  const chromium = await startChromium(options, profile, filmIn(profile));
  const { browser } = chromium;
  try {
    const spare = await poll('the first tab', async () => (await browser.pages())[0]);
    const extensionId = await browser.installExtension(options.extension);
    return { ...chromium, extensionId, spare, ours: new Set([spare.target()]) };
  } catch (error) {
    await chromium.stop();
    throw error;
  }
}

/** What the camera plays. */
function filmIn(profile: string): string {
  return join(profile, 'camera.y4m');
}

async function withSession<Result>(
  target: Target,
  use: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const session = await target.createCDPSession();
  try {
    return await use(session);
  } finally {
    // Fails when the target ended meanwhile, and then there is nothing to detach from.
    await session.detach().catch(() => undefined);
  }
}

const lastingSessions = new WeakMap<Target, CDPSession>();

/** Never detached: in Chromium the end of any session of a tab is the end of its virtual authenticator. */
async function lastingSession(target: Target): Promise<CDPSession> {
  const session = lastingSessions.get(target) ?? (await target.createCDPSession());
  lastingSessions.set(target, session);
  return session;
}

/** The tab in front; a window that the extension opened is in front of it, but has no toolbar. */
async function activeTab({ browser, ours }: Run): Promise<PuppeteerPage> {
  const pages = (await browser.pages()).toReversed();
  const candidates = [
    ...pages.filter((page) => ours.has(page.target())),
    ...pages.filter((page) => !ours.has(page.target())),
  ];
  for (const page of candidates) {
    const session = await lastingSession(page.target());
    if ((await evaluateIn(session, 'document.visibilityState')) === 'visible') return page;
  }
  throw new Error('No tab is in front');
}

export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const profile = await createProfile();
  const preloads: string[] = [];
  await writeFilm(filmIn(profile.path), []);
  let run = await start(options, profile.path);

  const extensionUrl = (path: string): string => `chrome-extension://${run.extensionId}/${path}`;

  const copy = (clip: Clip): Promise<void> =>
    withSession(run.spare.target(), (session) => writeClipboard(session, clip));

  const pageOf = async (page: PuppeteerPage): Promise<Page> =>
    pageOn(chromiumSurface(page, await page.createCDPSession(), copy));

  const openTab = async (): Promise<PuppeteerPage> => {
    const tab = await run.browser.newPage();
    run.ours.add(tab.target());
    for (const script of preloads) await tab.evaluateOnNewDocument(script);
    return tab;
  };

  const ceremony = async (): Promise<Ceremony> => {
    if (run.ceremony && !run.ceremony.tab.isClosed()) return run.ceremony;
    const tab = await openTab();
    const session = await tab.createCDPSession();
    run.ceremony = {
      tab,
      page: pageOn(chromiumSurface(tab, session, copy)),
      authenticator: chromiumAuthenticator(session),
    };
    return run.ceremony;
  };

  const worker = (): Target | undefined =>
    run.browser
      .targets()
      .find(
        (target) => target.type() === 'service_worker' && target.url().startsWith(extensionUrl('')),
      );

  /** As its user can, on the browser's page about extensions. */
  const pinToolbarButton = async (): Promise<void> => {
    await run.spare.goto('chrome://extensions');
    const session = await lastingSession(run.spare.target());
    await evaluateIn(session, call(pinToToolbar, [run.extensionId]));
    await run.spare.goto('about:blank');
  };

  const switchItem =
    (id: string) =>
    async (enabled: boolean): Promise<void> => {
      await background(
        (item, on) => chrome.contextMenus.update(item, { enabled: on }),
        id,
        enabled,
      );
    };

  const wakeWorker = async (): Promise<Target> =>
    worker() ??
    withSession(run.spare.target(), async (session) => {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: extensionUrl('') });
      return poll('the service worker to start', async () => worker());
    });

  /** Attached only for the call, since a worker under inspection is never ended for idleness. */
  const background: Browser['background'] = async (fn, ...args) =>
    withSession(await wakeWorker(), async (session) => {
      // One that is just starting has no API yet.
      await poll('the API of the service worker', async () => {
        const { result } = await session.send('Runtime.evaluate', {
          expression: 'typeof chrome === "object"',
        });
        return result.value === true || undefined;
      });
      return readOutcome(await evaluateIn(session, pageScript(fn, args)));
    });

  const openedByOthers = (): Target[] =>
    run.browser.targets().filter((target) => target.type() === 'page' && !run.ours.has(target));

  const openedByExtension = (): Target[] =>
    openedByOthers().filter((target) => target.url().startsWith(extensionUrl('')));

  const waitForOpened = (what: string, wanted: (target: Target) => boolean): Promise<Page> =>
    poll(what, async () => {
      try {
        // A popup becomes a page only after it came to be: so `asPage`, as `page` would give null.
        const page = await openedByOthers().find(wanted)?.asPage();
        return page && (await pageOf(page));
      } catch {
        // It was one that just closed.
        return undefined;
      }
    });

  return {
    name: 'chromium',
    profile: profile.path,
    extensionUrl,
    async newPage(url) {
      const tab = await openTab();
      await tab.goto(url);
      return pageOf(tab);
    },
    async openPopup() {
      const before = new Set(openedByExtension());
      const extension = (await run.browser.extensions()).get(run.extensionId);
      if (!extension) throw new Error('The extension is not installed');
      await extension.triggerAction(await activeTab(run));
      return waitForOpened(
        'the toolbar popup to open',
        (target) => openedByExtension().includes(target) && !before.has(target),
      );
    },
    async runCommand(name) {
      const shortcut = parseShortcut(await background(readShortcut, name));
      await withChromiumUi(profile.path, (ui) => ui.press(shortcut));
    },
    chooseContextMenu: (page, selector, id) =>
      withChromiumUi(profile.path, (ui) =>
        chooseFromMenu(ui, id, () => page.openMenu(selector), switchItem(id)),
      ),
    chooseToolbarMenu: (id) =>
      withChromiumUi(profile.path, async (ui) => {
        const open = async (): Promise<void> => {
          const button = await poll('the toolbar button', async () => {
            const views = await ui.views();
            const found = views.find(({ name }) => name === TOOLBAR_BUTTON);
            const width = found && (await ui.properties(found)).get('Width');
            return Number(width) > 0 ? found : undefined;
          });
          await ui.click(button, { x: 5, y: 5 }, 'right');
        };
        await pinToolbarButton();
        return chooseFromMenu(ui, id, open, switchItem(id));
      }),
    typeAfterKeyword: (typed) => background(typeAfterKeyword, typed),
    enterAfterKeyword: (text) => background(enterAfterKeyword, text),
    showToCamera: (pictures) => writeFilm(filmIn(profile.path), pictures),
    answerPermission: (grant) => withChromiumUi(profile.path, (ui) => answerQuestion(ui, grant)),
    async revokePermission(origins) {
      await background((hosts) => chrome.permissions.remove({ origins: [...hosts] }), origins);
    },
    waitForExtensionPage: (path) =>
      waitForOpened(`the extension to open ${path}`, (target) =>
        isAt(target.url(), extensionUrl(path)),
      ),
    async tabs() {
      const session = await lastingSession(run.spare.target());
      const { targetInfos } = await session.send('Target.getTargets', {
        filter: [{ type: 'tab' }],
      });
      return targetInfos.map(({ url }) => url);
    },
    waitForTab: (pattern) =>
      waitForOpened(`a tab at ${pattern}`, (target) => pattern.test(target.url())),
    async preload(fn, ...args) {
      preloads.push(call(fn, args));
    },
    clipboardText: () => withSession(run.spare.target(), readClipboard),
    badgeText: () => background(readBadge),
    background,
    async ceremonyPage() {
      const { page } = await ceremony();
      await page.bringToFront();
      return page;
    },
    async setAuthenticator(authenticator) {
      await (await ceremony()).authenticator.replace(authenticator);
    },
    async setUserVerified(userVerified) {
      await (await ceremony()).authenticator.setUserVerified(userVerified);
    },
    async killBackground() {
      const before = worker();
      await withSession(run.spare.target(), async (session) => {
        await session.send('ServiceWorker.enable');
        // A request on its way starts another one at once. One that is just starting does not hear that it shall end.
        await poll('the service worker to end', async () => {
          if (!before || !run.browser.targets().includes(before)) return true;
          await session.send('ServiceWorker.stopAllWorkers');
          return undefined;
        });
      });
    },
    async reloadExtension() {
      // Else the tab of the virtual authenticator would be closed with the pages of the extension.
      await run.ceremony?.tab.goto('about:blank');
      const before = worker();
      // `chrome.runtime.reload` would leave an unpacked extension disabled, for want of developer mode.
      await run.browser.installExtension(options.extension);
      await poll('the reloaded service worker', async () => {
        const now = worker();
        return now === before ? undefined : now;
      });
    },
    kill: () => run.kill(),
    async restart() {
      await run.stop();
      run = await start(options, profile.path);
    },
    waitForExit: () => run.ended,
    quit: () => run.stop(),
    async close() {
      try {
        await run.stop();
      } finally {
        await profile.remove();
      }
    },
  };
}
