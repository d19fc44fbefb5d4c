import type { Response } from '../messages/protocol.ts';

type Opened = Response<'popup.open'>;

/** Where the popup's first screen is kept. */
export const GLANCE = 'popup.glance';

/** Rows that the popup shows at first; those around them are drawn once it is there. */
export const FIRST_ROWS = 7;

/** Accounts that the popup asks for before it knows how high it is: as many as it can show, and those it keeps ready. */
export const FIRST_COUNT = 16;

/** Codes are kept by the half minute: who opens the popup reads no more of them than it shows. */
const SLOT_MS = 30_000;

/** As many half minutes as are kept at once, one key each. */
export const SLOTS = 30;

export interface StoredGlance extends Pick<Opened, 'total' | 'accounts' | 'groups' | 'hideCodes'> {
  /** Both in milliseconds since 1970: before and after that it says nothing. */
  readonly madeAt: number;
  readonly until: number;
  /** Tabs and sites of which more is to be said than this; null: of too many sites to name them. */
  readonly tabs: readonly number[];
  readonly origins: readonly string[] | null;
}

/** The codes of one half minute, as they stand when it begins. */
export interface StoredCodes {
  readonly slot: number;
  readonly codes: Opened['codes'];
}

/** @param at milliseconds since 1970 */
export function slotAt(at: number): number {
  return Math.floor(at / SLOT_MS);
}

/** When a slot begins, in milliseconds since 1970. */
export function slotStart(slot: number): number {
  return slot * SLOT_MS;
}

/** The keys of the slots come round again. */
export function codesKey(slot: number): string {
  return `popup.codes.${slot % SLOTS}`;
}

/** All that is kept: it goes in one call with the data key. */
export const GLANCE_KEYS: readonly string[] = [
  GLANCE,
  ...Array.from({ length: SLOTS }, (_, slot) => codesKey(slot)),
];
