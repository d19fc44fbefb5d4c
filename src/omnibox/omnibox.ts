import type { FillOutcome } from '../messages/envelope.ts';
import type { Account } from '../vault/account.ts';
import { liveAccounts } from '../vault/accounts.ts';
import type { VaultDocument } from '../vault/document.ts';
import { documentIfOpen } from '../vault/document-if-open.ts';
import { search } from '../vault/search.ts';
import type { Vault } from '../vault/vault.ts';
import { namedAccounts } from './account-names.ts';

/** Browsers show no more than these. */
const MOST = 8;

/** What the address bar shows for what was typed. Never a code: whoever looks over the user's shoulder reads along. */
export type Suggested =
  | { readonly kind: 'locked' }
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly found: readonly Suggestion[] };

export interface Suggestion {
  /** Of an account, and of no other. */
  readonly name: string;
  /** The page in the tab gets its codes. */
  readonly fits: boolean;
}

interface Services {
  readonly vault: Pick<Vault, 'document'>;
  /** The accounts that fit the page of a tab. */
  readonly fitting: (tabId: number) => Promise<readonly Account[]>;
  /** @throws Fault where the page does not get the account's codes, or cannot be asked */
  readonly fill: (tabId: number, id: string) => Promise<FillOutcome>;
  readonly copy: (account: Account, tabId: number) => Promise<void>;
  readonly unlock: (tabId: number) => Promise<void>;
}

/** A code is in the page, or on its way. */
const UNDER_WAY: readonly FillOutcome[] = ['filled', 'waiting', 'asked'];

/** Finds accounts from the address bar. */
export class Omnibox {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async suggest(typed: string, tabId: number): Promise<Suggested> {
    const document = await this.#document();
    if (!document) return { kind: 'locked' };
    const found = await this.#find(document, typed, tabId);
    return found.length === 0 ? { kind: 'none' } : { kind: 'found', found: found.slice(0, MOST) };
  }

  /**
   * The user chose a suggestion, or pressed Enter on what he had typed: that means the first one.
   *
   * @returns false: no account is meant by it
   */
  async choose(text: string, tabId: number): Promise<boolean> {
    const document = await this.#document();
    if (!document) {
      await this.#services.unlock(tabId);
      return true;
    }
    const named = namedAccounts(liveAccounts(document));
    const [first] = await this.#find(document, text, tabId);
    const account = named.get(text) ?? named.get(first?.name ?? '');
    if (!account) return false;
    const outcome = await this.#services.fill(tabId, account.id).catch(() => undefined);
    if (!outcome || !UNDER_WAY.includes(outcome)) await this.#services.copy(account, tabId);
    return true;
  }

  #document(): Promise<VaultDocument | undefined> {
    return documentIfOpen(this.#services.vault);
  }

  /** Those that fit the page come first, else in the user's order. */
  async #find(document: VaultDocument, text: string, tabId: number): Promise<Suggestion[]> {
    const live = liveAccounts(document);
    const here = new Set((await this.#services.fitting(tabId)).map(({ id }) => id));
    const found = new Set(search(live, text, document.groups).map(({ id }) => id));
    const suggestions: Suggestion[] = [];
    for (const [name, { id }] of namedAccounts(live)) {
      if (found.has(id)) suggestions.push({ name, fits: here.has(id) });
    }
    return suggestions.sort((a, b) => Number(b.fits) - Number(a.fits));
  }
}
