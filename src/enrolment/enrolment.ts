import * as v from 'valibot';
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { SIGN_IN_ORIGINS, tenantOfEnrolment } from '../origins/microsoft.ts';
import { labelOf } from '../otp/label.ts';
import type { Picture } from '../qr/picture.ts';
import { Queue } from '../queue.ts';
import type { Account } from '../vault/account.ts';
import { find } from '../vault/accounts.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import type { Vault } from '../vault/vault.ts';
import { type Offer, OfferSchema, offerOf, withoutSecret } from './offer.ts';

/** The enrolment page that a message came from. */
export interface EnrolmentPage {
  readonly tabId: number;
  readonly url: string;
}

const StoredSchema = v.strictObject({
  offer: OfferSchema,
  tenant: v.optional(v.string()),
  /** SHA-256 of the pictures that it was read from: the same ones need no second look. */
  picturesDigest: v.string(),
});
type Stored = v.InferOutput<typeof StoredSchema>;

/** What became of the account on offer. */
interface Added {
  readonly account: Account;
  readonly isNew: boolean;
  readonly restored: boolean;
}

interface Services {
  readonly storage: KeyValueStorage;
  readonly vault: Vault;
  /** The texts of the QR codes among the pictures. */
  readonly decode: (pictures: readonly Picture[]) => Promise<readonly string[]>;
  /** Called when the offer of a tab changed. */
  readonly announce: (tabId: number, offer: Offer | undefined) => void;
}

/** From "a QR code is on the page" to "its code is in the wizard's field", one offer a tab. */
export class Enrolment {
  readonly #services: Services;
  /** One a tab: what one page shows holds up no other. */
  readonly #queues = new Map<number, Queue>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The pictures that a page shows now. Gone pictures end an offer, but not an account already added. */
  seen(pictures: readonly Picture[], page: EnrolmentPage): Promise<void> {
    return this.#inTurn(page.tabId, async () => {
      const stored = await this.#stored(page.tabId);
      const picturesDigest = await digest(JSON.stringify(pictures));
      const seenBefore = stored?.picturesDigest === picturesDigest;
      if (seenBefore && stored.offer.kind !== 'waiting') return;
      const found = offerOf(await this.#services.decode(pictures));
      const offer = found && ((await this.#services.vault.isOpen()) ? found : withoutSecret(found));
      if (JSON.stringify(offer) === JSON.stringify(stored?.offer)) return;
      if (stored?.offer.kind === 'added') {
        if (!offer) return this.#store(page.tabId, { ...stored, picturesDigest });
        if (found?.kind === 'account') {
          const secretDigest = await digest(found.credential.secret);
          // The user went back to the code of this account: the wizard may ask for its code again.
          if (secretDigest === stored.offer.secretDigest) {
            return this.#store(page.tabId, {
              ...stored,
              picturesDigest,
              offer: { ...stored.offer, filled: false },
            });
          }
        }
      }
      const tenant = tenantOfEnrolment(page.url);
      await this.#replace(
        page.tabId,
        offer && { offer, picturesDigest, ...(tenant ? { tenant } : {}) },
      );
    });
  }

  async offer(tabId: number): Promise<Offer | undefined> {
    return (await this.#stored(tabId))?.offer;
  }

  /**
   * Puts the offered account into the vault; once it is there, a second call only says so. Where its secret was there
   * already, the wizard gets the code of the account that is in the vault.
   *
   * @throws Fault `nothing-to-add`, and those of {@link Vault.add}
   */
  add(tabId: number): Promise<Added> {
    return this.#inTurn(tabId, async () => {
      const stored = await this.#stored(tabId);
      if (stored?.offer.kind === 'added') {
        const account = find(await this.#services.vault.document(), stored.offer.accountId);
        return { account, isNew: true, restored: false };
      }
      if (stored?.offer.kind !== 'account') {
        throw new Fault('nothing-to-add', 'the page offers no account any more');
      }
      const { credential } = stored.offer;
      const added = await this.#services.vault.add({
        credential,
        origins: SIGN_IN_ORIGINS,
        tenant: stored.tenant,
      });
      const offer = {
        kind: 'added' as const,
        accountId: added.account.id,
        label: labelOf(credential),
        secretDigest: await digest(credential.secret),
        filled: false,
      };
      await this.#replace(tabId, { ...stored, offer });
      return added;
    });
  }

  /** The account that was added from this tab's wizard, as long as the wizard may have its code. */
  async addedAccount(tabId: number): Promise<string | undefined> {
    const offer = await this.offer(tabId);
    return offer?.kind === 'added' && !offer.filled ? offer.accountId : undefined;
  }

  /** The wizard has the code; a field that looks like it later on is another one. */
  filled(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const stored = await this.#stored(tabId);
      if (stored?.offer.kind !== 'added') return;
      await this.#store(tabId, { ...stored, offer: { ...stored.offer, filled: true } });
    });
  }

  /** The wizard was left, or its tab closed. */
  left(tabId: number): Promise<void> {
    return this.#inTurn(tabId, async () => {
      if (await this.#stored(tabId)) await this.#replace(tabId, undefined);
    });
  }

  /** The vault was locked: no secret stays in memory. The page shows its code again once the vault is open. */
  async locked(): Promise<void> {
    const held = Object.keys(await this.#services.storage.get(null));
    const tabs = held
      .filter((key) => key.startsWith(KEY))
      .map((key) => Number(key.slice(KEY.length)));
    // At once, and again after what is under way: that may have been begun while the vault was open.
    await Promise.all(tabs.map((tabId) => this.#forgetSecret(tabId)));
    // A tab whose first pictures are being read holds nothing yet.
    const known = new Set([...tabs, ...this.#queues.keys()]);
    await Promise.all(
      [...known].map((tabId) => this.#inTurn(tabId, () => this.#forgetSecret(tabId))),
    );
  }

  async #forgetSecret(tabId: number): Promise<void> {
    const stored = await this.#stored(tabId);
    if (stored?.offer.kind !== 'account') return;
    await this.#store(tabId, { ...stored, offer: withoutSecret(stored.offer) });
  }

  #inTurn<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#queues.get(tabId) ?? new Queue();
    this.#queues.set(tabId, queue);
    return queue.run(work);
  }

  async #stored(tabId: number): Promise<Stored | undefined> {
    const key = keyOf(tabId);
    const parsed = v.safeParse(StoredSchema, (await this.#services.storage.get(key))[key]);
    return parsed.success ? parsed.output : undefined;
  }

  /** Stores and tells what changed for the user. */
  async #replace(tabId: number, stored: Stored | undefined): Promise<void> {
    if (stored) await this.#store(tabId, stored);
    else await this.#services.storage.remove(keyOf(tabId));
    this.#services.announce(tabId, stored?.offer);
  }

  #store(tabId: number, stored: Stored): Promise<void> {
    return this.#services.storage.set({ [keyOf(tabId)]: stored });
  }
}

async function digest(secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(secret);
  return encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const KEY = 'enrolment.offer.';

function keyOf(tabId: number): string {
  return `${KEY}${tabId}`;
}
