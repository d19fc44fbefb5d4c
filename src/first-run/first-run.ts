import * as v from 'valibot';
import { type Way, WaySchema } from '../crypto/header.ts';
import { createRecoveryCode } from '../crypto/recovery-code.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { Fault } from '../fault.ts';
import { Queue } from '../queue.ts';
import { liveAccounts } from '../vault/accounts.ts';
import { documentIfOpen } from '../vault/document-if-open.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import type { Vault } from '../vault/vault.ts';
import { openCode, sealCode } from './sealed-code.ts';

const BEGUN = 'first-run.begun';
const UNFINISHED = 'first-run.unfinished';

/** The first way into a vault that does not exist yet. Nothing in it opens anything. */
const BegunSchema = v.strictObject({
  way: WaySchema,
  name: v.string(),
  /** From when the way was shown to work. */
  code: v.optional(v.strictObject({ nonce: base64Of(12), ciphertext: base64Of() })),
});
type Begun = v.InferOutput<typeof BegunSchema>;

/** How far it is, as far as its page can go on from there. */
export type FirstRunState =
  /** There is no vault, and no way into one. */
  | { readonly step: 'start' }
  /** The way in was made. It has to be given (again): `hasCode`, for the recovery code that was on show. */
  | {
      readonly step: 'begun';
      readonly way: Way;
      readonly name: string;
      readonly hasCode: boolean;
    }
  /** The vault is open and has no account yet. */
  | { readonly step: 'account' }
  | { readonly step: 'over' };

interface Key {
  readonly way: Way;
  readonly material: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

interface Parts {
  /** `storage.session`: gone with the browser. */
  readonly memory: KeyValueStorage;
  /** `storage.local`. */
  readonly disk: KeyValueStorage;
  readonly vault: Vault;
}

/**
 * Remembers how far setting up is, so that its page may be closed and opened again. Until there is a vault, that is
 * which way in was made, and the recovery code sealed to it: who finds the page, without that passkey or passphrase,
 * gets nothing shown.
 */
export class FirstRun {
  readonly #parts: Parts;
  /** Two pages that go on at once shall get the same recovery code. */
  readonly #queue = new Queue();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async state(): Promise<FirstRunState> {
    const { vault, disk } = this.#parts;
    const { state } = await vault.status();
    if (state === 'none' || state === 'missing') return this.#beforeVault();
    if (!(await disk.get(UNFINISHED))[UNFINISHED]) return { step: 'over' };
    const document = await documentIfOpen(vault);
    if (!document) return { step: 'over' };
    if (liveAccounts(document).length === 0) return { step: 'account' };
    await this.finish();
    return { step: 'over' };
  }

  /** A passkey was made, and not used yet. */
  made(way: Way, name: string): Promise<void> {
    return this.#queue.run(() => this.#keep({ way, name }));
  }

  /**
   * The recovery code for a vault with this way in: a new one, or the one that it had before.
   *
   * @throws Fault `begun-otherwise` where the way had one, and this is not the key to it
   */
  recoveryCode({ way, material, name }: Key): Promise<string> {
    return this.#queue.run(async () => {
      const { state } = await this.#parts.vault.status();
      if (state === 'open' || state === 'locked')
        throw new Fault('vault-exists', 'there is a vault already');
      const begun = await this.#begun();
      if (begun?.code && isSame(begun.way, way)) {
        const code = await openCode(begun.code, way, material);
        if (code === undefined)
          throw new Fault('begun-otherwise', 'the set-up was begun with another key');
        return code;
      }
      const code = createRecoveryCode();
      await this.#keep({ way, name, code: await sealCode(code, way, material) });
      return code;
    });
  }

  /** What was begun is given up. */
  beginAnew(): Promise<void> {
    return this.#queue.run(() => this.#parts.memory.remove(BEGUN));
  }

  /** What comes next is its first account. */
  async vaultMade(): Promise<void> {
    await this.beginAnew();
    // A full disk must not keep a vault that was made from being acknowledged.
    await this.#parts.disk.set({ [UNFINISHED]: true }).catch(() => undefined);
  }

  /** The user has an account, or wants none now. */
  finish(): Promise<void> {
    return this.#parts.disk.remove(UNFINISHED);
  }

  async #beforeVault(): Promise<FirstRunState> {
    const begun = await this.#begun();
    if (!begun) return { step: 'start' };
    const { way, name, code } = begun;
    return { step: 'begun', way, name, hasCode: code !== undefined };
  }

  async #begun(): Promise<Begun | undefined> {
    const held = v.safeParse(BegunSchema, (await this.#parts.memory.get(BEGUN))[BEGUN]);
    return held.success ? held.output : undefined;
  }

  #keep(begun: Begun): Promise<void> {
    return this.#parts.memory.set({ [BEGUN]: begun });
  }
}

/** A passphrase that is chosen anew has another salt. */
function isSame(one: Way, other: Way): boolean {
  if (one.kind === 'passkey' && other.kind === 'passkey')
    return one.credentialId === other.credentialId && one.salt === other.salt;
  return one.kind === 'passphrase' && other.kind === 'passphrase' && one.salt === other.salt;
}
