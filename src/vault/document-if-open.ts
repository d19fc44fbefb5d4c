import { Fault } from '../fault.ts';
import type { VaultDocument } from './document.ts';
import type { Vault, VaultView } from './vault.ts';

/** In one turn of the vault: it may be locked between two. */
export function documentIfOpen(vault: Pick<Vault, 'document'>): Promise<VaultDocument | undefined> {
  return ifOpen(vault.document());
}

export function viewIfOpen(vault: Pick<Vault, 'view'>): Promise<VaultView | undefined> {
  return ifOpen(vault.view());
}

async function ifOpen<Asked>(asked: Promise<Asked>): Promise<Asked | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Fault && error.code === 'locked') return undefined;
    throw error;
  }
}
