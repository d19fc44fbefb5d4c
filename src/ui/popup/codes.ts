import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';

export type AccountLabel = Response<'accounts.list'>[number];
export type AccountCode = Response<'accounts.codes'>[number];

/** The code that is good at a moment, from an answer that holds this period's and the next one's. */
export interface CurrentCode {
  readonly code: string;
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
  if (now < changesAt) return { code, changesAt };
  const nextChangesAt = changesAt + period * 1000;
  return now < nextChangesAt ? { code: next, changesAt: nextChangesAt } : undefined;
}

/** Asks for the codes that are not known for this moment and the next; gives all that are now known. */
export async function refreshCodes(
  accounts: readonly AccountLabel[],
  known: ReadonlyMap<string, AccountCode>,
  now: number,
): Promise<ReadonlyMap<string, AccountCode>> {
  const ids = accounts.map(({ id }) => id).filter((id) => (known.get(id)?.changesAt ?? 0) <= now);
  if (ids.length === 0) return known;
  const answers = await send('accounts.codes', { ids });
  return new Map([...known, ...answers.map((answer) => [answer.id, answer] as const)]);
}
