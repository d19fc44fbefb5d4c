import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { atProcessEnd } from './at-process-end.ts';
import { poll } from './poll.ts';

/** What is kept of the browser's chatter for the error of a failed start. */
const LAST_LINES = 20;

export interface BrowserProcess {
  readonly child: ChildProcess;
  hasEnded(): boolean;
  /** Resolves with the end of the process, whatever brought it about. */
  readonly ended: Promise<void>;
  /** Asks the browser to quit and waits for its end. Where that fails, it kills the process and throws. */
  stop(quit: () => Promise<unknown>): Promise<void>;
  /** Ends a browser that did not come up; the error says what it had to say itself. */
  failedToStart(reason: unknown): Promise<Error>;
}

/** A browser that ends with this process at the latest, and prints nothing. */
export async function spawnBrowser(
  executable: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<BrowserProcess> {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'];
  const child = spawn(executable, args, { ...options, stdio });
  await once(child, 'spawn');

  const forget = atProcessEnd(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(forget);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };

  let lastLines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = text.split('\n').filter((line) => line !== '');
    lastLines = [...lastLines, ...lines].slice(-LAST_LINES);
  });

  return {
    child,
    hasEnded,
    ended,
    async stop(quit) {
      if (hasEnded()) return;
      try {
        await quit();
        await poll('the browser to end', async () => hasEnded() || undefined);
      } finally {
        await kill();
      }
    },
    async failedToStart(reason) {
      await kill();
      const message = `${executable} did not start: ${String(reason)}\n${lastLines.join('\n')}`;
      return new Error(message, { cause: reason });
    },
  };
}
