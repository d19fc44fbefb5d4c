import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from './browser.ts';
import { spawnBrowser } from './browser-process.ts';
import { findFirefox } from './find.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { poll } from './poll.ts';

export interface FirefoxProcess {
  readonly marionette: Marionette;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export async function startFirefox(
  profile: string,
  { headless, screen }: Pick<LaunchOptions, 'headless' | 'screen'>,
): Promise<FirefoxProcess> {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('There is no Firefox here');
  const portFile = join(profile, 'MarionetteActivePort');
  // The one of the run before.
  await rm(portFile, { force: true });
  const browser = await spawnBrowser(
    executable,
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--marionette',
      // Lets Marionette run scripts with the rights of the browser itself.
      '--remote-allow-system-access',
      '--profile',
      profile,
    ],
    {
      env: {
        ...process.env,
        // Lets the preference turn Remote Settings off (services-settings/Utils.sys.mjs).
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        ...(screen && {
          MOZ_HEADLESS_WIDTH: `${screen.width}`,
          MOZ_HEADLESS_HEIGHT: `${screen.height}`,
        }),
      },
    },
  );
  try {
    const port = await poll('Firefox to open its port', async () => {
      if (browser.hasEnded()) throw new Error('It ended at once');
      return Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined;
    });
    const marionette = await connectMarionette(port);
    return {
      marionette,
      ended: browser.ended,
      kill: browser.kill,
      async stop() {
        await browser.stop(() => marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }));
        marionette.close();
      },
    };
  } catch (error) {
    throw await browser.failedToStart(error);
  }
}
