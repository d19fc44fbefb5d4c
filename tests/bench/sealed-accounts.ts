import { randomBytes, randomUUID } from 'node:crypto';
import type { Header } from '../../src/crypto/header.ts';
import { sealVault } from '../../src/crypto/sealed-vault.ts';
import { createSlot } from '../../src/crypto/slot.ts';
import { encodeBase32 } from '../../src/otp/base32.ts';
import type { VaultDocument } from '../../src/vault/document.ts';

/** A vault with many accounts, made outside of the browser, and what opens it. */
export interface SealedAccounts {
  readonly generation: number;
  readonly savedAt: number;
  /** Base64. */
  readonly sealed: string;
  /** Base64. */
  readonly dataKey: string;
}

/** Seals a vault of so many accounts, spread over organisations as a consultant's would be. */
export async function sealAccounts(count: number, generation: number): Promise<SealedAccounts> {
  const savedAt = Date.now();
  const dataKey = new Uint8Array(randomBytes(32));
  const vaultId = randomBytes(16).toString('base64');
  const material = new Uint8Array(randomBytes(32));
  const slot = await createSlot(vaultId, { kind: 'recovery' }, material, dataKey, savedAt);
  const header: Header = { vaultId, generation, savedAt, slots: [slot] };
  const document: VaultDocument = {
    version: 1,
    accounts: Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      createdAt: savedAt,
      origins: ['https://login.microsoftonline.com'],
      tenant: randomUUID(),
      credential: {
        type: 'totp',
        issuer: 'Microsoft',
        prefix: `Organisation ${index % 300}`,
        account: `user${index}@organisation${index % 300}.example`,
        secret: encodeBase32(randomBytes(20)),
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
    })),
  };
  const sealed = Buffer.from(await sealVault(header, document, dataKey)).toString('base64');
  return { generation, savedAt, sealed, dataKey: Buffer.from(dataKey).toString('base64') };
}
