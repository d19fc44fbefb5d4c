import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atProcessEnd } from './at-process-end.ts';

/** Browsers' helpers write for a moment after the main process is gone. */
const STUBBORN = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;

export interface Profile {
  readonly path: string;
  remove(): Promise<void>;
}

/** An empty profile folder, which goes away with the process at the latest. */
export async function createProfile(): Promise<Profile> {
  const path = await mkdtemp(join(tmpdir(), 'countersign-e2e-'));
  const keep = atProcessEnd(() => rmSync(path, STUBBORN));
  return {
    path,
    async remove() {
      await rm(path, STUBBORN);
      keep();
    },
  };
}
