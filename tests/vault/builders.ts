import { openDB } from 'idb';
import type { Account } from '../../src/vault/account.ts';
import { liveAccounts, type NewAccount } from '../../src/vault/accounts.ts';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import { DEFAULT_SETTINGS, unusedMs } from '../../src/vault/settings.ts';
import type { Vault } from '../../src/vault/vault.ts';
import type { NewWay } from '../../src/vault/ways.ts';
import { base64, WAYS } from '../crypto/slots.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';
import { ceremony, PASSKEY } from './in-memory.ts';

/** How long a new vault stays open unused. */
export const UNUSED_MS = unusedMs(DEFAULT_SETTINGS) ?? Number.NaN;

export const DAY = 86_400_000;

export const fault = (code: string) => ({ name: 'Fault', code });

export const newAccount = (secret = RFC_SECRET): NewAccount => ({
  credential: totp({ secret }),
  kind: 'work',
  origins: ['https://login.microsoftonline.com'],
  tenant: '11111111-2222-3333-4444-555555555555',
});

export const SECRETS = [RFC_SECRET, 'MZXW6YTBOI', 'NBSWY3DPEB3W64TMMQ'] as const;

/** Another secret for every number up to 32 * 32. */
export function numberedSecret(number: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return `MZXW6${alphabet.charAt(Math.floor(number / 32))}${alphabet.charAt(number % 32)}`;
}

/** What the popup shows. */
export const accountsOf = async (vault: Vault): Promise<readonly Account[]> =>
  liveAccounts(await vault.document());

export const secretsOf = async (vault: Vault): Promise<string[]> =>
  (await accountsOf(vault)).map(({ credential }) => credential.secret);

export const FIRST_PASSKEY: NewWay = { ...PASSKEY, name: 'This device' };
export const SECOND_PASSKEY: NewWay = {
  ...ceremony({ ...WAYS.passkey, credentialId: base64('second credential', 20) }),
  name: 'Phone',
};
export const PASSPHRASE: NewWay = { ...ceremony(WAYS.passphrase), name: 'Passphrase' };

/** Stored generations of which the vault sees what a test makes of them. */
export class Disk extends Generations {
  readonly log: string[] = [];
  onRead = (stored: Generation | undefined, _generation: number) => stored;

  override async read(generation: number) {
    this.log.push(`read ${generation}`);
    return this.onRead(await super.read(generation), generation);
  }

  override async add(...args: Parameters<Generations['add']>) {
    await super.add(...args);
    const [generation] = args;
    this.log.push(`added ${generation.generation}`);
  }

  override async replace(replacement: Parameters<Generations['replace']>[0]) {
    await super.replace(replacement);
    const { rows = [], deleted = [] } = replacement;
    const numbers = rows.map(({ generation }) => generation).sort((a, b) => a - b);
    this.log.push(`replaced ${numbers}`, ...deleted.map((number) => `deleted ${number}`));
  }

  override async prune(select: Parameters<Generations['prune']>[0]) {
    this.log.push('prune');
    await super.prune(select);
  }
}

/** A stored row as it is, whatever its shape. */
export async function rowOf(generation: number): Promise<Record<string, unknown>> {
  const database = await openDB('countersign');
  const row = await database.get('generations', generation);
  database.close();
  return row;
}

/** Puts a row of any shape behind the vault's back. */
export async function putRow(row: object): Promise<void> {
  const database = await openDB('countersign');
  await database.put('generations', row);
  database.close();
}
