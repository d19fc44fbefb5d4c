import { Fault } from '../fault.ts';
import type { VaultDocument } from './document.ts';
import type { Vault } from './vault.ts';

/** In one turn of the vault: it may be locked between two. */
export async function documentIfOpen(vault: Vault): Promise<VaultDocument | undefined> {
  try {
    return await vault.document();
  } catch (error) {
    if (error instanceof Fault && error.code === 'locked') return undefined;
    throw error;
  }
}
