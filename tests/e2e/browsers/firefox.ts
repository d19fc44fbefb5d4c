import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readBadge } from './badge.ts';
import type { Browser, CameraPicture, LaunchOptions, Page } from './browser.ts';
import { playOnCamera } from './firefox-camera.ts';
import { userPreferences } from './firefox-preferences.ts';
import { preloadInto, withoutPrf } from './firefox-preload.ts';
import * as privileged from './firefox-privileged.ts';
import { type Privileges, privilegesOver, SCRIPT_TIMEOUT_MS } from './firefox-privileges.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { firefoxSurface } from './firefox-surface.ts';
import * as user from './firefox-user.ts';
import { isAt } from './is-at.ts';
import { readKeyword } from './keyword.ts';
import { readGeckoId } from './manifest.ts';
import { call, pageScript, readOutcome } from './page-script.ts';
import { poll } from './poll.ts';
import { createProfile } from './profile.ts';
import { parseShortcut, readShortcut } from './shortcut.ts';
import { pageOn } from './surface.ts';
import { zipFolder } from './zip.ts';

/** A preference of our own, which says whether `withoutPrf` is in force. */
const WITHOUT_PRF = 'countersign.e2e.withoutPrf';

/** Longer than a question ignores clicks; one in between would start that time again. */
const UNHEARD_MS = 1000;

const AuthenticatorId = v.object({ value: v.string() });

/** One run of the browser, from start to quit. */
interface Run extends FirefoxProcess {
  readonly privileges: Privileges;
  /** The tabs the harness opened, from which those of the extension are told apart. */
  readonly ours: Set<number>;
  ceremonyTab?: number;
  authenticator?: string;
}

async function start(profile: string, options: LaunchOptions): Promise<Run> {
  const firefox = await startFirefox(profile, options);
  await firefox.marionette.send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    timeouts: { script: SCRIPT_TIMEOUT_MS },
  });
  await firefox.marionette.send('Marionette:SetContext', { value: 'chrome' });
  return { ...firefox, privileges: privilegesOver(firefox.marionette), ours: new Set() };
}

/** For good, as its user does: so it starts with the browser, and keeps what it stores. */
async function install({ marionette }: Run, extension: string, profile: string): Promise<void> {
  const path = join(profile, 'countersign.xpi');
  await writeFile(path, await zipFolder(extension));
  await marionette.send('Addon:Install', { path, temporary: false });
  await rm(path);
}

export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const id = await readGeckoId(options.extension);
  // Firefox gives an extension a random host; here it has to be known.
  const uuid = randomUUID();
  const extensionUrl = (path: string): string => `moz-extension://${uuid}/${path}`;

  const profile = await createProfile();
  await writeFile(
    join(profile.path, 'user.js'),
    userPreferences(options.proxyPort, { [id]: uuid }),
  );

  const preloads: string[] = [];
  let beforeCamera: readonly CameraPicture[] = [];
  const preload = ({ privileges }: Run, script: string, preference?: string): Promise<void> =>
    privileges.run(
      privileged.loadProcessScript,
      call(preloadInto, [extensionUrl(''), script, preference]),
    );

  const waitForExtension = ({ privileges }: Run): Promise<true> =>
    poll(
      'the extension to start',
      async () => (await privileges.run(privileged.pinToolbarButton, id)) || undefined,
    );

  const waitForNote = ({ privileges }: Run): Promise<true> =>
    poll(
      'Firefox to note the extension for its next start',
      async () => (await privileges.run(privileged.isNotedForStartup, id)) || undefined,
    );

  const begin = async (extension?: string): Promise<Run> => {
    const run = await start(profile.path, options);
    try {
      if (extension !== undefined) await install(run, extension, profile.path);
      await preload(run, call(withoutPrf, []), WITHOUT_PRF);
      await preload(run, call(playOnCamera, [beforeCamera]));
      for (const script of preloads) await preload(run, script);
      await waitForExtension(run);
      if (extension !== undefined) await waitForNote(run);
      return run;
    } catch (error) {
      await run.stop();
      throw error;
    }
  };

  let run = await begin(options.extension);

  const pageOf = (browserId: number): Page => pageOn(firefoxSurface(run.privileges, browserId));

  const openTab = async (): Promise<number> => {
    await run.privileges.run(privileged.closePopups);
    const browserId = await run.privileges.run(privileged.openTab);
    run.ours.add(browserId);
    return browserId;
  };

  const ceremonyTab = async (): Promise<number> => {
    const tab = run.ceremonyTab;
    if (tab !== undefined && (await run.privileges.run(privileged.isOpen, tab))) return tab;
    run.ceremonyTab = await openTab();
    return run.ceremonyTab;
  };

  const background: Browser['background'] = async (fn, ...args) => {
    const browserId = await run.privileges.run(privileged.wakeBackground, id);
    const script = `return ${pageScript(fn, args)}`;
    return readOutcome(
      await run.privileges.on(browserId, privileged.runIn, script, SCRIPT_TIMEOUT_MS),
    );
  };

  const openedByExtension = async () =>
    (await run.privileges.run(privileged.openPages)).filter(
      ({ browserId, url }) => url.startsWith(extensionUrl('')) && !run.ours.has(browserId),
    );

  const pickFromMenu = async (item: string): Promise<void> => {
    await poll(
      'the menu to open',
      async () => (await run.privileges.run(user.pickFromMenu, id, item)) || undefined,
    );
  };

  return {
    name: 'firefox',
    profile: profile.path,
    extensionUrl,
    async newPage(url) {
      const page = pageOf(await openTab());
      await page.goto(url);
      return page;
    },
    async openPopup() {
      const before = new Set((await openedByExtension()).map(({ browserId }) => browserId));
      await run.privileges.run(privileged.clickToolbarButton, id);
      return poll('the toolbar popup to open', async () => {
        const opened = (await openedByExtension()).find(({ browserId }) => !before.has(browserId));
        return opened && pageOf(opened.browserId);
      });
    },
    async runCommand(name) {
      const { key, modifiers } = parseShortcut(await background(readShortcut, name));
      await run.privileges.run(user.pressShortcut, key, [...modifiers]);
    },
    async chooseContextMenu(page, selector, item) {
      await page.openMenu(selector);
      await pickFromMenu(item);
    },
    async chooseToolbarMenu(item) {
      await run.privileges.run(user.openToolbarMenu, id);
      await pickFromMenu(item);
    },
    async typeAfterKeyword(typed) {
      const keyword = await background(readKeyword);
      return run.privileges.run(user.typeAfterKeyword, keyword, typed);
    },
    async enterAfterKeyword(text) {
      await run.privileges.run(user.enterAfterKeyword, await background(readKeyword), text);
    },
    async showToCamera(pictures) {
      beforeCamera = pictures;
      await preload(run, call(playOnCamera, [pictures]));
      for (const { browserId, url } of await run.privileges.run(privileged.openPages)) {
        if (url.startsWith(extensionUrl('')))
          await pageOf(browserId).evaluate(playOnCamera, pictures);
      }
    },
    async answerPermission(grant) {
      const closed = async () =>
        (await run.privileges.run(user.readQuestion)) === undefined ? true : undefined;
      const question = await poll('Firefox to ask for a permission', () =>
        run.privileges.run(user.readQuestion),
      );
      await poll('the question to close', async () => {
        await run.privileges.run(user.answerQuestion, grant);
        return poll('the click to count', closed, undefined, UNHEARD_MS).catch(() => undefined);
      });
      return question;
    },
    revokePermission: (origins) => run.privileges.run(user.revoke, id, origins),
    tabs: async () =>
      (await run.privileges.run(privileged.openPages))
        .filter(({ isTab }) => isTab)
        .map(({ url }) => url),
    waitForTab: (address) =>
      poll(`a tab at ${address}`, async () => {
        const pages = await run.privileges.run(privileged.openPages);
        const opened = pages.find(
          ({ browserId, url, isTab }) => isTab && !run.ours.has(browserId) && address.test(url),
        );
        return opened && pageOf(opened.browserId);
      }),
    waitForExtensionPage: (path) =>
      poll(`the extension to open ${path}`, async () => {
        const pages = await openedByExtension();
        const opened = pages.find(({ url }) => isAt(url, extensionUrl(path)));
        return opened && pageOf(opened.browserId);
      }),
    async preload(fn, ...args) {
      const script = call(fn, args);
      preloads.push(script);
      await preload(run, script);
    },
    clipboardText: () => run.privileges.run(privileged.readClipboard),
    badgeText: () => background(readBadge),
    background,
    async ceremonyPage() {
      const page = pageOf(await ceremonyTab());
      await page.bringToFront();
      return page;
    },
    async setAuthenticator(authenticator) {
      if (run.authenticator !== undefined) {
        await run.marionette.send('WebAuthn:RemoveVirtualAuthenticator', {
          authenticatorId: run.authenticator,
        });
        delete run.authenticator;
      }
      if (!authenticator) return;
      await run.privileges.run(privileged.setPreference, WITHOUT_PRF, !authenticator.prf);
      const reply = await run.marionette.send('WebAuthn:AddVirtualAuthenticator', {
        protocol: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserConsenting: true,
        isUserVerified: authenticator.userVerified,
      });
      run.authenticator = v.parse(AuthenticatorId, reply).value;
    },
    async setUserVerified(isUserVerified) {
      if (run.authenticator === undefined) throw new Error('setAuthenticator comes first');
      await run.marionette.send('WebAuthn:SetUserVerified', {
        authenticatorId: run.authenticator,
        isUserVerified,
      });
    },
    killBackground: () => run.privileges.run(privileged.endBackground, id),
    async reloadExtension() {
      // As in Chromium, where the virtual authenticator would go with the tab.
      if (run.ceremonyTab !== undefined) await pageOf(run.ceremonyTab).goto('about:blank');
      await run.privileges.run(privileged.reloadAddon, id);
      await waitForExtension(run);
    },
    kill: () => run.kill(),
    async restart() {
      await run.stop();
      run = await begin();
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
