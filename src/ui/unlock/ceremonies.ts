import type { Request, Response } from '../../messages/protocol.ts';

/** Key material as the background takes it. */
export type Key = Request<'vault.create'>['first'];
export type Way = Response<'vault.ways'>['ways'][number];
export type PasskeyWay = Extract<Way, { kind: 'passkey' }>;
type PassphraseWay = Extract<Way, { kind: 'passphrase' }>;

/**
 * What turns a person into key material. The entry point hands it in, since the interface itself knows
 * neither credentials nor ciphers.
 */
export interface Ceremonies {
  /** `material` is undefined where the browser wants a second ceremony for it. */
  createPasskey(userName: string): Promise<{ way: PasskeyWay; material: string | undefined }>;
  evaluatePasskey(ways: readonly PasskeyWay[]): Promise<Key>;
  /** With the parameters for new vaults. */
  createPassphrase(passphrase: string): Promise<Key>;
  stretchPassphrase(passphrase: string, way: PassphraseWay): Promise<Key>;
}
