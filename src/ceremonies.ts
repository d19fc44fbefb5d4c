import { createPassphraseKey, evaluatePassphrase } from './crypto/passphrase.ts';
import { ratePassphrase } from './crypto/passphrase-strength.ts';
import { createPasskey, evaluatePasskey } from './passkey/ceremony.ts';
import { requestPasskeyPermission } from './passkey/permission.ts';
import type { Ceremonies } from './ui/ways/ceremonies.ts';

/** Words of this vault: who is after it tries them first. */
const CONTEXT = ['countersign', 'authenticator', 'vault'];

/** What the entry points of the unlock window and of the manager hand to the interface. */
export const ceremonies: Ceremonies = {
  createPasskey,
  evaluatePasskey,
  createPassphrase: (passphrase) => createPassphraseKey(passphrase),
  stretchPassphrase: evaluatePassphrase,
  ratePassphrase: async (passphrase) => (await ratePassphrase(passphrase, CONTEXT)).score,
  requestPasskeyPermission,
};
