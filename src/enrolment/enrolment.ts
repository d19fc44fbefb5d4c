import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { SIGN_IN_ORIGINS, tenantOfUrl } from '../origins/microsoft.ts';
import { labelOf } from '../otp/label.ts';
import type { Picture } from '../qr/picture.ts';
import { Queue } from '../queue.ts';
import type { SessionStorage } from '../vault/session.ts';
import type { Vault } from '../vault/vault.ts';
import { type Offer, OfferSchema, offerOf } from './offer.ts';

/** The enrolment page that a message came from. */
export interface EnrolmentPage {
  readonly tabId: number;
  readonly url: string;
}

const StoredSchema = v.strictObject({ offer: OfferSchema, tenant: v.optional(v.string()) });
type Stored = v.InferOutput<typeof StoredSchema>;

interface Services {
  readonly storage: SessionStorage;
  readonly vault: Vault;
  /** The texts of the QR codes among the pictures. */
  readonly decode: (pictures: readonly Picture[]) => Promise<readonly string[]>;
  /** Called when the offer of a tab changed. */
  readonly announce: (tabId: number, offer: Offer | undefined) => void;
}

/** From "a QR code is on the page" to "its code is in the wizard's field", one offer a tab. */
export class Enrolment {
  readonly #services: Services;
  readonly #queue = new Queue();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The pictures that a page shows now. Gone pictures end an offer, but not an account already added. */
  seen(pictures: readonly Picture[], page: EnrolmentPage): Promise<void> {
    return this.#queue.run(async () => {
      const offer = offerOf(await this.#services.decode(pictures));
      const earlier = await this.offer(page.tabId);
      if (JSON.stringify(offer) === JSON.stringify(earlier)) return;
      if (earlier?.kind === 'added' && (!offer || (await this.#holds(offer, earlier.accountId))))
        return;
      const tenant = tenantOfUrl(page.url);
      await this.#replace(page.tabId, offer && { offer, ...(tenant ? { tenant } : {}) });
    });
  }

  async offer(tabId: number): Promise<Offer | undefined> {
    return (await this.#stored(tabId))?.offer;
  }

  /**
   * Puts the offered account into the vault; once it is there, a second call does nothing.
   *
   * @throws Fault `nothing-to-add`, and those of {@link Vault.add}
   */
  add(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      const stored = await this.#stored(tabId);
      if (stored?.offer.kind === 'added') return;
      if (stored?.offer.kind !== 'account') {
        throw new Fault('nothing-to-add', 'the page offers no account any more');
      }
      const { credential } = stored.offer;
      const account = await this.#services.vault.add({
        credential,
        origins: SIGN_IN_ORIGINS,
        tenant: stored.tenant,
      });
      const offer = { kind: 'added' as const, accountId: account.id, label: labelOf(credential) };
      await this.#replace(tabId, { ...stored, offer });
    });
  }

  /** The account that was added from this tab's wizard, which may have its code. */
  async addedAccount(tabId: number): Promise<string | undefined> {
    const offer = await this.offer(tabId);
    return offer?.kind === 'added' ? offer.accountId : undefined;
  }

  /** The wizard was left, or its tab closed. */
  left(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      if (await this.#stored(tabId)) await this.#replace(tabId, undefined);
    });
  }

  async #holds(offer: Offer, accountId: string): Promise<boolean> {
    if (offer.kind !== 'account') return false;
    const accounts = await this.#services.vault.accounts().catch(() => []);
    const account = accounts.find(({ id }) => id === accountId);
    return account?.credential.secret === offer.credential.secret;
  }

  async #stored(tabId: number): Promise<Stored | undefined> {
    const key = keyOf(tabId);
    const parsed = v.safeParse(StoredSchema, (await this.#services.storage.get(key))[key]);
    return parsed.success ? parsed.output : undefined;
  }

  async #replace(tabId: number, stored: Stored | undefined): Promise<void> {
    if (stored) await this.#services.storage.set({ [keyOf(tabId)]: stored });
    else await this.#services.storage.remove(keyOf(tabId));
    this.#services.announce(tabId, stored?.offer);
  }
}

function keyOf(tabId: number): string {
  return `enrolment.offer.${tabId}`;
}
