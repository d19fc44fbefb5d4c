/** The cost of Argon2id (RFC 9106, section 3.1). */
export interface Argon2Parameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** A header is read before it is authenticated: it must not make the browser run out of memory or time. */
export const ARGON2_CEILING: Argon2Parameters = {
  memoryKiB: 1024 * 1024,
  passes: 16,
  parallelism: 16,
};

/** No passphrase slot is made or opened with less (`shared/THREATS.md`, "Weak passphrase"). */
export const ARGON2_FLOOR: Argon2Parameters = { memoryKiB: 64 * 1024, passes: 3, parallelism: 1 };
