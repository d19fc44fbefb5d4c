import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';

export type AccountCode = Response<'accounts.codes'>[number];
export type TimedAccount = AccountRow & { readonly period: number };

/** An account whose codes come by themselves; those of a counter come only when the user asks. */
export function isTimed<Row extends AccountRow>(
  account: Row,
): account is Row & { readonly period: number } {
  return account.type !== 'hotp' && account.period !== undefined;
}

/** From here on a code may be gone before it is typed; as the countdown shows it. */
const SHORT_MS = 5000;

/** Where no code is on show; longer than the browser's timers may be would be at once. */
const LATER_MS = 60_000;

/** Codes that did not come are asked for again after this time. */
const AGAIN_MS = 1000;

/** The code that is good at a moment, from an answer that holds this period's and the next one's. */
export interface CurrentCode {
  readonly code: string;
  /** The one after it, where the answer has it. */
  readonly next: string | undefined;
  /** It is about to change. */
  readonly isShort: boolean;
  /** Milliseconds since 1970. */
  readonly changesAt: number;
}

/** Undefined where the answer is too old: the background must be asked again. */
export function currentCode(
  answer: AccountCode | undefined,
  period: number,
  now: number,
): CurrentCode | undefined {
  if (!answer) return undefined;
  const { code, next, changesAt } = answer;
  if (now < changesAt) return { code, next, changesAt, isShort: changesAt - now <= SHORT_MS };
  const nextChangesAt = changesAt + period * 1000;
  if (now >= nextChangesAt) return undefined;
  const isShort = nextChangesAt - now <= SHORT_MS;
  return { code: next, next: undefined, changesAt: nextChangesAt, isShort };
}

/** When something is to be drawn anew: a code changes, or is about to. In milliseconds since 1970. */
export function nextMoment(
  accounts: readonly TimedAccount[],
  known: ReadonlyMap<string, AccountCode>,
  now: number,
): number {
  const moments = accounts.map(({ id, period }) => {
    const current = currentCode(known.get(id), period, now);
    if (!current) return now + AGAIN_MS;
    return current.isShort ? current.changesAt : current.changesAt - SHORT_MS;
  });
  return Math.min(now + LATER_MS, ...moments);
}

/**
 * Asks for the codes that are not known for this moment and the next; gives all that are now known of the
 * accounts. Those of other accounts are forgotten.
 */
export async function refreshCodes(
  accounts: readonly TimedAccount[],
  known: ReadonlyMap<string, AccountCode>,
  now: number,
): Promise<ReadonlyMap<string, AccountCode>> {
  const ids = accounts.map(({ id }) => id).filter((id) => (known.get(id)?.changesAt ?? 0) <= now);
  if (ids.length === 0 && known.size === accounts.length) return known;
  const answers = ids.length > 0 ? await send('accounts.codes', { ids }) : [];
  const kept = accounts.flatMap(({ id }) => known.get(id) ?? []);
  return new Map([...kept, ...answers].map((answer) => [answer.id, answer]));
}
