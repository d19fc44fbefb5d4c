import type { MessageKey } from '../../i18n.ts';
import type { ListedWay, PasskeyWay } from '../../ways/ceremonies.ts';

/** What the user is about to do at the ways in; `replaces` says that it takes the place of one. */
export type Task =
  | {
      readonly kind: 'passkey';
      readonly replaces: ListedWay | undefined;
      /** The vault's passkeys, so that no device makes a second one. */
      readonly existing: readonly PasskeyWay[];
    }
  | { readonly kind: 'passphrase'; readonly replaces: ListedWay | undefined }
  | {
      readonly kind: 'recovery';
      readonly replaces: ListedWay | undefined;
      readonly recoveryCode: string;
    }
  | { readonly kind: 'remove'; readonly way: ListedWay }
  | { readonly kind: 'change-key' };

type NewWayTask = Extract<Task, { readonly replaces: unknown }>;

/** What is said when it is done. */
export const SAID: Record<
  NewWayTask['kind'],
  { readonly added: MessageKey; readonly replaced: MessageKey }
> = {
  passkey: { added: 'passkeyAdded', replaced: 'passkeyReplaced' },
  passphrase: { added: 'passphraseSet', replaced: 'passphraseChanged' },
  recovery: { added: 'recoveryCodeMade', replaced: 'recoveryCodeReplaced' },
};
