import type { Credential } from '../otp/credential.ts';

/**
 * How a code of an account gets into a page of its sites: by itself; once the user has matched a number; only by an act of
 * the user. Sealed as the place in this list (VAULT.md): another mode goes to its end.
 */
export const FILL_MODES = ['automatic', 'ask', 'manual'] as const;
export type FillMode = (typeof FILL_MODES)[number];

/** The part of an account that decides it. */
interface Filled {
  /** What the user chose; absent where he left it as it was. */
  readonly mode?: FillMode | undefined;
  readonly credential: Pick<Credential, 'type'>;
  readonly origins: readonly string[];
}

/**
 * The mode that counts. By default, an account fills in by itself once it is bound to a site, by its enrolment there or by a
 * first fill on purpose; a counter does not, since it must not move because a page asks.
 */
export function fillModeOf({ mode, credential, origins }: Filled): FillMode {
  if (mode !== undefined) return mode;
  return credential.type === 'hotp' || origins.length === 0 ? 'manual' : 'automatic';
}
