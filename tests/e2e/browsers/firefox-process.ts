import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atProcessEnd } from './at-process-end.ts';
import { findFirefox } from './find.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { poll } from './poll.ts';

/** What is kept of the browser's chatter for the error of a failed start. */
const LAST_LINES = 20;

export interface FirefoxProcess {
  readonly marionette: Marionette;
  /** Quits in order. Where that fails, it kills the process and throws. */
  stop(): Promise<void>;
}

function lastLinesOf(child: ChildProcess): () => string {
  let lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines = [...lines, ...text.split('\n').filter((line) => line !== '')].slice(-LAST_LINES);
  });
  return () => lines.join('\n');
}

export async function startFirefox(profile: string, headless: boolean): Promise<FirefoxProcess> {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('There is no Firefox here');
  const portFile = join(profile, 'MarionetteActivePort');
  // The one of the run before.
  await rm(portFile, { force: true });
  const child = spawn(
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
      stdio: ['ignore', 'ignore', 'pipe'],
      // Lets the preference turn Remote Settings off (services-settings/Utils.sys.mjs).
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
  );
  const lastLines = lastLinesOf(child);
  const forget = atProcessEnd(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').finally(forget);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const port = await poll('Firefox to open its port', async () => {
      if (hasEnded()) throw new Error('Firefox ended at once');
      return Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined;
    });
    const marionette = await connectMarionette(port);
    return {
      marionette,
      async stop() {
        if (hasEnded()) return;
        try {
          await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] });
          await poll('Firefox to end', async () => hasEnded() || undefined);
        } finally {
          marionette.close();
          await kill();
        }
      },
    };
  } catch (error) {
    await kill();
    throw new Error(`Firefox did not start. Its last words:\n${lastLines()}`, { cause: error });
  }
}
