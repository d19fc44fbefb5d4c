import type { Request, Response } from '../../messages/protocol.ts';

/** What opens the vault, or shows that the user is there. */
export type Opener = Request<'vault.open'>;
/** Key material as the background takes it. */
type Key = Extract<Opener, { readonly material: string }>;
/** Key material of a way in that does not exist yet. */
export type NamedKey = Request<'vault.create'>['first'];
export type NewWay = Request<'ways.add'>;

export type Way = Response<'vault.ways'>['ways'][number];
export type PasskeyWay = Extract<Way, { kind: 'passkey' }>;
type PassphraseWay = Extract<Way, { kind: 'passphrase' }>;
/** A way in as its owner knows it. */
export type ListedWay = Response<'ways.list'>[number];

/** From "guessed at once" to "not to be guessed". */
export type Score = 0 | 1 | 2 | 3 | 4;

/**
 * What turns a person into key material. The entry points hand it in, since the interface itself knows
 * neither credentials nor ciphers.
 */
export interface Ceremonies {
  /**
   * Its material comes from `evaluatePasskey`, as it does whenever the vault is opened.
   *
   * @param existing an authenticator that holds one of these makes no second one
   */
  createPasskey(userName: string, existing: readonly PasskeyWay[]): Promise<PasskeyWay>;
  evaluatePasskey(ways: readonly PasskeyWay[]): Promise<Key>;
  /** With the parameters for new vaults. */
  createPassphrase(passphrase: string): Promise<Key>;
  stretchPassphrase(passphrase: string, way: PassphraseWay): Promise<Key>;
  ratePassphrase(passphrase: string): Promise<Score>;
  /** Asks the browser's user for the passkey's host; only from a click. False: he refused. */
  requestPasskeyPermission(): Promise<boolean>;
}
