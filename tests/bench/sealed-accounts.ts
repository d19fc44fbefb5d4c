import { randomBytes, randomUUID } from 'node:crypto';
import type { Header, Way } from '../../src/crypto/header.ts';
import { sealVault } from '../../src/crypto/sealed-vault.ts';
import { createSlot } from '../../src/crypto/slot.ts';
import { encodeBase32 } from '../../src/otp/base32.ts';
import { newDocument, type VaultDocument } from '../../src/vault/document.ts';
import { writeDocument } from '../../src/vault/migration.ts';

/** A vault with many accounts, made outside of the browser, and what opens it. */
export interface SealedAccounts {
  readonly generation: number;
  readonly savedAt: number;
  /** Base64. */
  readonly sealed: string;
  /** Base64. */
  readonly dataKey: string;
  /** A passkey's slot, and the PRF output that opens it, in base64. */
  readonly way: Way;
  readonly material: string;
}

/** As many as a consultant may work for. */
const ORGANISATIONS = 300;

/** Seals a vault of so many accounts, spread over organisations as a consultant's would be. */
export async function sealAccounts(count: number, generation: number): Promise<SealedAccounts> {
  const savedAt = Date.now();
  const dataKey = new Uint8Array(randomBytes(32));
  const sealingKey = new Uint8Array(randomBytes(32));
  const vaultId = randomBytes(16).toString('base64');
  const material = new Uint8Array(randomBytes(32));
  const way: Way = {
    kind: 'passkey',
    credentialId: randomBytes(16).toString('base64'),
    salt: randomBytes(32).toString('base64'),
  };
  const slot = await createSlot(vaultId, way, material, { dataKey, sealingKey }, savedAt);
  const header: Header = { vaultId, generation, savedAt, slots: [slot] };
  const tenants = Array.from({ length: ORGANISATIONS }, () => randomUUID());
  const document: VaultDocument = {
    ...newDocument(Buffer.from(sealingKey).toString('base64')),
    accounts: Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      kind: 'work' as const,
      proof: 'verified' as const,
      createdAt: savedAt,
      origins: ['https://login.microsoftonline.com'],
      tenant: tenants[index % ORGANISATIONS] ?? '',
      credential: {
        type: 'totp',
        issuer: 'Microsoft',
        prefix: `Organisation ${index % ORGANISATIONS}`,
        account: `user${index}@organisation${index % ORGANISATIONS}.example`,
        secret: encodeBase32(randomBytes(20)),
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
    })),
  };
  const sealed = Buffer.from(await sealVault(header, writeDocument(document), dataKey)).toString(
    'base64',
  );
  return {
    generation,
    savedAt,
    sealed,
    dataKey: Buffer.from(dataKey).toString('base64'),
    way,
    material: Buffer.from(material).toString('base64'),
  };
}
