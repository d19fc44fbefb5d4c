/**
 * The part of `browser.storage.session` (memory only, trusted contexts only) and of `browser.storage.local` (on the
 * disk, in the clear) that is used.
 */
export interface KeyValueStorage {
  /** null: all that is held. */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  /** Several of them in one go: a worker that ends leaves all or none. */
  remove(keys: string | string[]): Promise<void>;
}
