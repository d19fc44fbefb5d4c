import * as v from 'valibot';
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault, type FaultCode } from '../fault.ts';
import { enrolmentAddress } from '../origins/enrolment-address.ts';
import { tenantOf } from '../origins/microsoft.ts';
import { exactOrigin } from '../origins/origin.ts';
import type { Picture } from '../qr/picture.ts';
import { Queue } from '../queue.ts';
import type { Account, AccountKind } from '../vault/account.ts';
import { find, liveAccounts, type Names } from '../vault/accounts.ts';
import type { Added } from '../vault/adding.ts';
import { bindOrigin } from '../vault/facts.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import { verifyAccount } from '../vault/proof.ts';
import { findTwins } from '../vault/twins.ts';
import type { Vault } from '../vault/vault.ts';
import { advance, startDrive, stopDrive } from './drive.ts';
import { enrolledOrigins } from './enrolled-origins.ts';
import { findingsOf } from './finding.ts';
import {
  arrivedAt,
  type Held,
  HeldSchema,
  hearOf,
  lacksSecrets,
  left,
  NOTHING_HELD,
  readingOf,
  tellingOf,
  withoutSecrets,
  written,
} from './held.ts';
import { kindOf } from './kind.ts';
import { renamed } from './renamed.ts';
import { variantOf } from './variant.ts';
import { type Action, canStartAt, type Observation } from './wizard.ts';

/** The page that a message came from, or that was scanned. */
export interface EnrolmentPage {
  readonly tabId: number;
  readonly url: string;
}

/** What the user confirmed of a finding. */
export interface Confirmed {
  readonly findingId: string;
  /** As the code names it where undefined. */
  readonly names?: Names | undefined;
  /** As far as can be told where undefined. */
  readonly kind?: AccountKind | undefined;
}

interface Services {
  readonly storage: KeyValueStorage;
  readonly vault: Vault;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The texts of the QR codes among the pictures. */
  readonly decode: (pictures: readonly Picture[]) => Promise<readonly string[]>;
  /** Called when there is something else to say of a tab than before. */
  readonly announce: (tabId: number, held: Held, before: Held) => void;
  /** Opens a page in a new tab in front, and gives its id. */
  readonly openTab: (url: string) => Promise<number>;
  /** Brings a tab to the front. */
  readonly showTab: (tabId: number) => Promise<void>;
  /** The address of a tab's page; undefined where the browser does not tell it (any more), or the tab is gone. */
  readonly addressOf: (tabId: number) => Promise<string | undefined>;
  /** When a tab's document began, in milliseconds since 1970; undefined where the browser lets us not into it. */
  readonly loadedAt: (tabId: number) => Promise<number | undefined>;
}

/** From "a QR code is on the page" to "the account is verified", by tab. */
export class Enrolment {
  readonly #services: Services;
  /** One a tab: what one page shows holds up no other. */
  readonly #queues = new Map<number, Queue>();
  readonly #writes = new Queue();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The pictures that an enrolment page shows now. Gone pictures end an offer, but not an account already added. */
  seen(pictures: readonly Picture[], page: EnrolmentPage): Promise<void> {
    return this.#change(page.tabId, async (before) => {
      const held = arrivedAt(before, exactOrigin(page.url)?.origin);
      const picturesDigest = await digest(JSON.stringify(pictures));
      const isKnown = held.picturesDigest === picturesDigest && !lacksSecrets(held);
      if (isKnown && !(await this.#isGone(held))) return held;
      const texts = await this.#services.decode(pictures);
      const { scanned: _, ...reporting } = held;
      return this.#found(reporting, texts, page, { picturesDigest });
    });
  }

  /** The texts of the codes on a page that the user had scanned. */
  scanned(texts: readonly string[], page: EnrolmentPage): Promise<void> {
    return this.#change(page.tabId, async (held) => {
      const scanned = await this.#documentOf(page);
      return this.#found(baseOfScan(held, page.url), texts, page, { scanned });
    });
  }

  /** The page that the user wanted to have scanned could not be read. @param code of the fault */
  unreadable(tabId: number, code: FaultCode): Promise<void> {
    return this.#change(tabId, async (held) => {
      const url = (await this.#services.addressOf(tabId)) ?? '';
      return {
        ...baseOfScan(held, url),
        scanned: await this.#documentOf({ tabId, url }),
        findings: [{ kind: 'refused', code }],
      };
    });
  }

  async #documentOf({ tabId, url }: EnrolmentPage): Promise<NonNullable<Held['scanned']>> {
    const loadedAt = await this.#services.loadedAt(tabId);
    return { url, ...(loadedAt === undefined ? {} : { loadedAt }) };
  }

  async #found(
    held: Held,
    texts: readonly string[],
    page: EnrolmentPage,
    by: Partial<Held>,
  ): Promise<Held> {
    const { findings, transfer } = await findingsOf(texts, held.transfer);
    const { added: before, ...rest } = held;
    const added = (await this.#isGone(held)) ? undefined : before;
    const again = findings.some((each) => added && isFinding(each, added.findingId));
    const replaced = !again && findings.some(({ kind }) => kind === 'account');
    const next: Held = {
      ...at(page, rest),
      ...by,
      findings: findings.filter((each) => !added || !isFinding(each, added.findingId)),
      ...(transfer ? { transfer } : {}),
      ...(added && !replaced ? { added: shownAgain(added, again) } : {}),
    };
    return (await this.#services.vault.isOpen()) ? next : withoutSecrets(next);
  }

  /** The account that was added is not there any more: the user has undone or deleted it, and may add it again. */
  async #isGone({ added }: Held): Promise<boolean> {
    const { vault } = this.#services;
    if (!added || !(await vault.isOpen())) return false;
    const accounts = liveAccounts(await vault.document());
    return accounts.every(({ id }) => id !== added.accountId);
  }

  /** What is known of a tab. Who leads to a site without a script of ours is not heard as he goes. */
  async held(tabId: number): Promise<Held> {
    const held = await this.#stored(tabId);
    const { scanned, origin } = held;
    if (scanned === undefined && origin === undefined) return held;
    const address = (await this.#services.addressOf(tabId)) ?? '';
    const stays =
      scanned === undefined
        ? exactOrigin(address)?.origin === origin
        : address === scanned.url && (await this.#services.loadedAt(tabId)) === scanned.loadedAt;
    if (stays) return held;
    // What was read there may hold secrets: they go as soon as somebody notices. A transfer goes on, page by page.
    if (!held.transfer) void this.left(tabId, held).catch(() => undefined);
    return left(held) ?? NOTHING_HELD;
  }

  /**
   * Puts an account that was found into the vault; once it is there, a second call only says so. Where its secret was
   * there already, the wizard gets the code of the account that is in the vault, and its site is bound to that one.
   *
   * @throws Fault `nothing-to-add`, and those of {@link Vault.add}
   */
  async add(tabId: number, confirmed: Confirmed): Promise<Added> {
    let done: Added | undefined;
    await this.#change(tabId, async () => {
      const held = await this.held(tabId);
      const { vault } = this.#services;
      if (held.added?.findingId === confirmed.findingId) {
        const account = find(await vault.document(), held.added.accountId);
        done = { account, isNew: true, restored: false };
        return held;
      }
      const found = held.findings.find((each) => isFinding(each, confirmed.findingId));
      if (!found || !('credential' in found)) {
        throw new Fault('nothing-to-add', 'the page offers no such account any more');
      }
      const { variant, tenant, origin, scanned, ...rest } = held;
      const credential = renamed(found.credential, confirmed.names);
      const origins = enrolledOrigins(variant, origin);
      const document = await vault.document();
      const unfinished = findTwins(document, { credential, tenant }).findLast(
        ({ proof }) => proof === 'unverified',
      );
      const added = await vault.add({
        credential,
        origins,
        tenant,
        kind: isKindOf(variant, confirmed.kind)
          ? confirmed.kind
          : kindOf({ credential, variant, tenant }, document.accounts),
        proof: variant === undefined ? undefined : 'unverified',
        // Elsewhere nothing tells that it was accepted, and a page could name what is Microsoft's.
        replaces: variant === undefined ? undefined : unfinished?.id,
      });
      if (!added.isNew) await this.#bind(added.account, origins);
      done = added;
      return {
        ...rest,
        ...placeOnly({ variant, tenant, origin }),
        ...(scanned === undefined || held.findings.length === 1 ? {} : { scanned }),
        findings: held.findings.filter((each) => each !== found),
        ...(variant === undefined ? {} : { added: newlyAdded(added.account.id, found.id) }),
      };
    });
    if (!done) throw new Fault('nothing-to-add', 'the page offers no such account any more');
    return done;
  }

  async #bind({ id, origins }: Account, wanted: readonly string[]): Promise<void> {
    for (const origin of wanted) {
      if (!origins.includes(origin)) await this.#services.vault.change(bindOrigin(id, origin));
    }
  }

  /** What an enrolment page shows, and what it is to do next, where it is driven. */
  async observed(observation: Observation, page: EnrolmentPage): Promise<Action> {
    let action: Action = { kind: 'rest' };
    await this.#change(page.tabId, async (before) => {
      const { step } = observation;
      // What a page says of itself does not decide what it is. The one of sign-in leads to registration.
      const variant = variantOf(page.url) ?? (step === 'interrupt' ? 'registration' : undefined);
      if (variant === undefined) return before;
      const arrived = arrivedAt(before, exactOrigin(page.url)?.origin);
      const held = withoutOtherScan(arrived, page.url);
      const heard: Held = {
        ...at(page, held),
        variant,
        canEnrol: canStartAt(step),
        ...(held.added ? { added: hearOf(held.added, observation) } : {}),
      };
      const proven = await this.#proven(heard);
      if (proven.drive?.state !== 'running') return proven;
      // The page asks again once the vault is open.
      if (!(await this.#services.vault.isOpen())) return proven;
      // A page that came after the one with the field knows nothing of that.
      const submitted = observation.submitted || proven.added?.submitted === true;
      const seen = { ...observation, submitted };
      const advanced = advance(proven.drive, seen, readingOf(proven, step), this.#services.now());
      action = advanced.action;
      const driven: Held = { ...proven, drive: advanced.drive };
      if (action.kind !== 'click') return driven;
      // What was read of the step before does not count for the next one. A field may stand beside its QR code.
      const { added } = driven;
      return {
        ...driven,
        findings: [],
        picturesDigest: '',
        ...(added && step !== 'enter-code' ? { added: { ...added, onShow: false } } : {}),
      };
    });
    return action;
  }

  /**
   * Once: a change keeps the vault open. While it is locked, or cannot save, it must wait: what the page has accepted
   * stays known, and the page tells again.
   */
  async #proven(held: Held): Promise<Held> {
    const { added } = held;
    const { vault } = this.#services;
    if (!added?.accepted || added.verified || !(await vault.isOpen())) return held;
    try {
      await vault.change(verifyAccount(added.accountId));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // Else the user has deleted it meanwhile.
      if (error.code !== 'unknown-account') return held;
    }
    return { ...held, added: { ...added, verified: true } };
  }

  /** The account that was added from this tab's wizard, as long as the wizard may have its code. */
  async addedAccount(tabId: number): Promise<string | undefined> {
    const { added } = await this.#stored(tabId);
    return added && !added.filled ? added.accountId : undefined;
  }

  /** The wizard has the code; a field that looks like it later on is another one. */
  filled(tabId: number): Promise<void> {
    return this.#change(tabId, async (held) =>
      held.added ? { ...held, added: { ...held.added, filled: true } } : held,
    );
  }

  /**
   * Opens Microsoft's page of sign-in methods, and walks its wizard.
   *
   * @throws Fault `locked`
   */
  async start(kind: 'work' | 'personal'): Promise<void> {
    await this.#open(kind, undefined);
  }

  /**
   * Walks the wizard on the page of this tab.
   *
   * @throws Fault `locked`, `nothing-to-add` where the tab shows no enrolment page
   */
  async drive(tabId: number): Promise<void> {
    const accounts = liveAccounts(await this.#services.vault.document());
    await this.#change(tabId, async () => {
      const { added, ...held } = await this.held(tabId);
      if (held.variant === undefined) throw new Fault('nothing-to-add', 'no enrolment page');
      // One that the user has deleted meanwhile is not enrolled to its end.
      const isThere = added && accounts.some(({ id }) => id === added.accountId);
      return this.#driven(isThere ? { ...held, added } : held);
    });
  }

  #driven(held: Held): Held {
    return { ...held, drive: startDrive(this.#services.now()) };
  }

  /** Ends the drive of a tab: the user goes on by hand. */
  stop(tabId: number): Promise<void> {
    return this.#change(tabId, async (held) =>
      held.drive ? { ...held, drive: stopDrive(held.drive, 'by-user') } : held,
    );
  }

  /** Puts away what is said of a tab. */
  dismiss(tabId: number): Promise<void> {
    return this.#change(tabId, async (held) => {
      const { drive, transfer: _, scanned: __, ...rest } = held;
      return { ...rest, findings: [], ...(drive?.state === 'running' ? { drive } : {}) };
    });
  }

  /**
   * Goes on with an enrolment that was left half-way: in its tab where the wizard is still there, else anew. Another
   * authenticator of that account replaces the unfinished one, once it is verified ({@link findTwins}).
   *
   * @throws Fault `locked`, `unknown-account`, `nothing-to-add` where it was not enrolled at Microsoft
   */
  async finish(accountId: string): Promise<void> {
    const { kind, tenant } = find(await this.#services.vault.document(), accountId);
    for (const tabId of await this.#tabs()) {
      const { added } = await this.#stored(tabId);
      if (added?.accountId !== accountId || added.submitted) continue;
      if (variantOf((await this.#services.addressOf(tabId)) ?? '') === undefined) continue;
      await this.#services.showTab(tabId);
      return this.drive(tabId);
    }
    await this.#open(kind, tenant);
  }

  async #open(kind: AccountKind, tenant: string | undefined): Promise<void> {
    await this.#services.vault.document();
    const url = enrolmentAddress(kind, tenant);
    if (url === undefined) throw new Fault('nothing-to-add', 'not enrolled at Microsoft');
    const tabId = await this.#services.openTab(url);
    await this.#change(tabId, async (held) => this.#driven(held));
  }

  /**
   * The page was left. What the next page of the same enrolment needs stays.
   *
   * @param only what was known of that page: where it is another one by now, nothing is left
   */
  left(tabId: number, only?: Held): Promise<void> {
    return this.#change(tabId, async (held) => {
      const isIt = only === undefined || written(held) === written(only);
      return isIt ? (left(held) ?? NOTHING_HELD) : held;
    });
  }

  /** The tab was closed. */
  closed(tabId: number): Promise<void> {
    return this.#inTurn(tabId, () => this.#store(tabId, NOTHING_HELD));
  }

  /** The vault was locked: no secret stays in memory. A page that reports by itself shows its code again. */
  async locked(): Promise<void> {
    const tabs = await this.#tabs();
    // At once, and again after what is under way: that may have been begun while the vault was open.
    await Promise.all(tabs.map((tabId) => this.#forgetSecrets(tabId)));
    // A tab whose first pictures are being read holds nothing yet.
    const known = new Set([...tabs, ...this.#queues.keys()]);
    await Promise.all(
      [...known].map((tabId) => this.#inTurn(tabId, () => this.#forgetSecrets(tabId))),
    );
  }

  /** Not in the tab's turn: it writes back what it has read, and nothing else is written in between. */
  #forgetSecrets(tabId: number): Promise<void> {
    return this.#writes.run(async () => {
      const held = await this.#stored(tabId);
      if (held !== NOTHING_HELD) await this.#write(tabId, withoutSecrets(held));
    });
  }

  /** The tabs of which something is known. */
  async #tabs(): Promise<number[]> {
    const held = Object.keys(await this.#services.storage.get(null));
    return held.filter((key) => key.startsWith(KEY)).map((key) => Number(key.slice(KEY.length)));
  }

  /** Changes what is known of a tab, one change after the other, and tells it where it is another thing. */
  #change(tabId: number, work: (held: Held) => Promise<Held>): Promise<void> {
    return this.#inTurn(tabId, async () => {
      const before = await this.#stored(tabId);
      const after = await work(before);
      if (written(after) === written(before)) return;
      await this.#store(tabId, after);
      // The page looks again when it is told of a change: told of each, it would never come to rest.
      if (tellingOf(after) !== tellingOf(before)) this.#services.announce(tabId, after, before);
    });
  }

  #inTurn<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#queues.get(tabId) ?? new Queue();
    this.#queues.set(tabId, queue);
    return queue.run(work);
  }

  async #stored(tabId: number): Promise<Held> {
    const key = keyOf(tabId);
    const parsed = v.safeParse(HeldSchema, (await this.#services.storage.get(key))[key]);
    return parsed.success ? parsed.output : NOTHING_HELD;
  }

  #store(tabId: number, held: Held): Promise<void> {
    return this.#writes.run(() => this.#write(tabId, held));
  }

  #write(tabId: number, held: Held): Promise<void> {
    if (written(held) === written(NOTHING_HELD)) {
      return this.#services.storage.remove(keyOf(tabId));
    }
    return this.#services.storage.set({ [keyOf(tabId)]: held });
  }
}

/** On a page that reports by itself, what is known of its wizard counts; elsewhere only the parts of a transfer. */
function baseOfScan(held: Held, url: string): Held {
  if (variantOf(url)) return held;
  const { transfer } = held;
  const { drive, added } = left(held) ?? NOTHING_HELD;
  return {
    ...NOTHING_HELD,
    ...(transfer ? { transfer } : {}),
    // Of a drive that is on its way through this page, nothing else: the code here is another site's.
    ...(drive ? { drive } : {}),
    ...(added ? { added } : {}),
  };
}

/** What was scanned of another page, which did not tell that it was left, is none of this one's. */
function withoutOtherScan(held: Held, url: string): Held {
  const { scanned, transfer: _, ...rest } = held;
  return scanned === undefined || scanned.url === url
    ? held
    : { ...rest, findings: [], picturesDigest: '' };
}

/** Where the user went back to the QR code of the account, the wizard may ask for its code again. */
function shownAgain(added: NonNullable<Held['added']>, onShow: boolean): Held['added'] {
  const isBack = onShow && !added.onShow;
  return { ...added, onShow, ...(isBack ? { filled: false, submitted: false } : {}) };
}

/** At Microsoft, no account is another site's. */
function isKindOf(variant: Held['variant'], kind: AccountKind | undefined): kind is AccountKind {
  return kind !== undefined && (variant === undefined || kind !== 'other');
}

function newlyAdded(accountId: string, findingId: string): Held['added'] {
  return {
    accountId,
    findingId,
    onShow: true,
    filled: false,
    submitted: false,
    accepted: false,
    verified: false,
  };
}

function isFinding(finding: Held['findings'][number], id: string): boolean {
  return finding.kind === 'account' && finding.id === id;
}

type Place = Pick<Held, 'variant' | 'tenant' | 'origin'>;

/** The same at the page's place. What was enrolled in one organisation is not moved to another by a switch on the page. */
function at({ url }: EnrolmentPage, held: Held): Held {
  const { variant: _, tenant: before, origin: __, ...rest } = held;
  const variant = variantOf(url);
  // Without a tenant in its address, Security info is that of the user's own organisation.
  const kept = held.added || variant === 'registration' ? before : undefined;
  const tenant = held.added ? before : (tenantOf(url) ?? kept);
  return { ...rest, ...placeOnly({ origin: exactOrigin(url)?.origin, variant, tenant }) };
}

function placeOnly({ variant, tenant, origin }: { [Key in keyof Place]?: Place[Key] }): Place {
  return {
    ...(variant === undefined ? {} : { variant }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(origin === undefined ? {} : { origin }),
  };
}

async function digest(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const KEY = 'enrolment.tab.';

function keyOf(tabId: number): string {
  return `${KEY}${tabId}`;
}
