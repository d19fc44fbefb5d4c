import { codesOf } from '../messages/handlers/accounts.ts';
import type { FirstScreen } from '../messages/handlers/popup.ts';
import type { Response } from '../messages/protocol.ts';
import { Queue } from '../queue.ts';
import { liveAccounts } from '../vault/accounts.ts';
import type { VaultDocument } from '../vault/document.ts';
import { documentIfOpen } from '../vault/document-if-open.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import { offsetMs } from '../vault/settings.ts';
import type { Vault } from '../vault/vault.ts';
import {
  codesKey,
  FIRST_ROWS,
  GLANCE,
  GLANCE_KEYS,
  SLOTS,
  type StoredGlance,
  slotAt,
  slotStart,
} from './stored.ts';

type Status = Response<'vault.status'>;

interface Parts {
  readonly storage: KeyValueStorage;
  readonly vault: Vault;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When the vault locks if nobody uses it; null: with the browser. Undefined where it is locked. */
  readonly deadline: () => Promise<number | null | undefined>;
  readonly status: () => Promise<Status>;
  /** Undefined where the vault is not open. */
  readonly screen: () => Promise<FirstScreen | undefined>;
  /** The user is being asked about a tab. */
  readonly isAsking: () => Promise<boolean>;
}

/** More sites than this are not listed. */
const MOST_ORIGINS = 500;

/** Codes are made anew where those at hand last no longer than this, in milliseconds. */
const SOON_MS = 5 * 60_000;

/** Answers go first; and several changes in a row are one. In milliseconds. */
const LATER_MS = 200;

/** What this worker has kept. */
interface Kept {
  readonly document: VaultDocument;
  /** Of the accounts whose codes they are. */
  readonly ids: string;
  readonly until: number;
}

/**
 * The popup's first screen, kept in memory (`storage.session`, to trusted contexts only) while the vault is open, so that
 * the popup stands there before a background that sleeps has woken up and opened the vault. It holds rows, and the codes
 * of those on show: no secret, no counter's code, and no code beyond the vault's deadline; what reads the same memory
 * finds the data key there, too. Wherever more is to be said than the accounts, nothing is kept: the popup waits for the
 * background's own words.
 */
export class Glance {
  readonly #parts: Parts;
  readonly #queue = new Queue();
  #kept: Kept | undefined;
  /** Nothing is kept, as far as this worker knows. */
  #isGone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Brings it up to date as soon as there is nothing better to do. */
  keepLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.keep();
    }, LATER_MS);
  }

  /** Brings it up to date. */
  keep(): Promise<void> {
    return this.#queue.run(async () => {
      try {
        await this.#write();
      } catch {
        // It may say something else than the vault: the popup can do without.
        await this.#remove();
      }
    });
  }

  /** The vault is locked. */
  forget(): Promise<void> {
    return this.#queue.run(() => this.#remove());
  }

  async #write(): Promise<void> {
    const { storage, vault, now, deadline, status, screen, isAsking } = this.#parts;
    const document = await documentIfOpen(vault);
    const ends = await deadline();
    if (!document || ends === undefined) return this.#remove();
    const shown = await screen();
    if (!shown || hasMore(await status()) || (await isAsking())) return this.#remove();
    const { total, accounts, unverified, groups, hideCodes } = shown;
    if (total === 0 || unverified.length > 0) return this.#remove();
    const madeAt = now();
    const lasts = Math.min(ends ?? Number.MAX_SAFE_INTEGER, slotStart(slotAt(madeAt) + SLOTS));
    const shownIds = accounts.slice(0, FIRST_ROWS).map(({ id }) => id);
    const ids = shownIds.join();
    const kept = this.#kept;
    const isFresh =
      kept?.document === document && kept.ids === ids && kept.until - madeAt > SOON_MS;
    const until = isFresh ? Math.min(kept.until, ends ?? kept.until) : lasts;
    const origins = originsOf(document);
    const glance: StoredGlance = {
      madeAt,
      until,
      total,
      accounts,
      groups,
      hideCodes,
      tabs: tabsThatSay(await storage.get(null)),
      origins: origins.length > MOST_ORIGINS ? null : origins,
    };
    this.#isGone = false;
    const codes = isFresh || hideCodes ? {} : codesUntil(document, shownIds, madeAt, until);
    // In one write: rows and codes are of one state of the vault.
    await storage.set({ [GLANCE]: glance, ...codes });
    // Of another state, of other accounts, or of a time that has passed.
    if (!isFresh)
      await storage.remove(GLANCE_KEYS.filter((key) => key !== GLANCE && !(key in codes)));
    this.#kept = { document, ids, until };
  }

  async #remove(): Promise<void> {
    this.#kept = undefined;
    if (this.#isGone) return;
    this.#isGone = true;
    await this.#parts.storage.remove([...GLANCE_KEYS]);
  }
}

/** Something stands above the accounts, or there are none. */
function hasMore({ state, damaged, unsaved, clockDoubt, persistent }: Status): boolean {
  if (state !== 'open' || damaged.length > 0 || !persistent) return true;
  return unsaved !== undefined || clockDoubt !== undefined;
}

/** Of which something is held about enrolment or signing in. */
function tabsThatSay(stored: Readonly<Record<string, unknown>>): number[] {
  return Object.keys(stored).flatMap((key) => {
    const tab = /^(?:enrolment|signIn)\.tab\.(?<id>\d+)$/u.exec(key)?.groups?.['id'];
    return tab === undefined ? [] : [Number(tab)];
  });
}

function originsOf(document: VaultDocument): string[] {
  return [...new Set(liveAccounts(document).flatMap(({ origins }) => origins))];
}

/** The codes of some accounts, by the half minute. */
function codesUntil(
  document: VaultDocument,
  ids: readonly string[],
  from: number,
  until: number,
): Record<string, unknown> {
  const wanted = new Set(ids);
  const accounts = liveAccounts(document).filter(({ id }) => wanted.has(id));
  const offset = offsetMs(document.settings);
  const first = slotAt(from);
  const slots = Array.from({ length: slotAt(until - 1) - first + 1 }, (_, place) => first + place);
  return Object.fromEntries(
    slots.map((slot) => {
      const codes = accounts.flatMap((account) => codesOf(account, slotStart(slot), offset));
      return [codesKey(slot), { slot, codes }];
    }),
  );
}
