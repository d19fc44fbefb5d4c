import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
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
  /** Ends the browser and all its helpers within the call; resolves when none of them is left. */
  kill(): Promise<void>;
  /** Ends a browser that did not come up; the error says what it had to say itself. */
  failedToStart(reason: unknown): Promise<Error>;
}

/**
 * Ends a browser and its helpers in one stroke, before any of them can take note of the end of another.
 * What a browser puts into a group of its own (its crash reporters) ends by itself, when it finds itself
 * alone.
 */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', `${pid}`, '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody is left of the group.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** A browser that ends with this process at the latest, and prints nothing. */
export async function spawnBrowser(
  executable: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<BrowserProcess> {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'];
  // A process group of its own, by which all that it starts can be found at its end. (In Windows
  // `detached` is about consoles, and a tree of processes is found without.)
  const detached = process.platform !== 'win32';
  const child = spawn(executable, args, { ...options, stdio, detached });
  await once(child, 'spawn');

  const forget = atProcessEnd(() => killGroup(child));
  const ended = once(child, 'exit').then(forget);
  // Every helper inherits the pipes: they close with the last of them.
  const deserted = once(child, 'close');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const kill = async (): Promise<void> => {
    killGroup(child);
    const gone = deserted.then(() => true);
    await poll('all processes of the browser to end', () => gone);
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
        if (!hasEnded()) await kill();
      }
    },
    kill,
    async failedToStart(reason) {
      await kill();
      const message = `${executable} did not start: ${String(reason)}\n${lastLines.join('\n')}`;
      return new Error(message, { cause: reason });
    },
  };
}
