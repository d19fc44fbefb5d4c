import { afterAll, beforeAll, inject } from 'vitest';
import { startTenant, type Tenant } from '../tenant/tenant.ts';
import { builtExtension } from '../tools/build.ts';
import type { Browser } from './browsers/browser.ts';
import { launch, type Options } from './launch.ts';

/** The pretend tenant and the browser of this run, from before the first scenario of a file to after its last. */
export interface World {
  readonly tenant: Tenant;
  readonly browser: Browser;
}

const PASSKEYS = { prf: true, userVerified: true } as const;

/** Gives the world of a scenario file; the returned function is to be called inside scenarios only. */
export function useWorld(options: Pick<Options, 'keepFirstPage' | 'screen'> = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const tenant = await startTenant();
    const name = inject('browser');
    const browser = await launch(name, {
      extension: builtExtension(name),
      proxyPort: tenant.proxyPort,
      headless: true,
      ...options,
    });
    await browser.setAuthenticator(PASSKEYS);
    world = { tenant, browser };
  });
  afterAll(async () => {
    await world?.browser.close();
    await world?.tenant.close();
  });
  return () => {
    if (!world) throw new Error('the world is not there yet');
    return world;
  };
}
