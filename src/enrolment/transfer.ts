import * as v from 'valibot';
import { type Credential, CredentialSchema } from '../otp/credential.ts';
import type { Transfer } from '../otp/google-transfer.ts';
import { visibleText } from '../qr/visible-text.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What has been read so far of a transfer of several codes. It holds secrets, so it lives in the background only,
 * in memory (`storage.session`), and goes when the vault is locked.
 */
export const PartsSchema = v.strictObject({
  /** 0 where the encoder gives none. */
  batchId: v.pipe(v.number(), v.integer()),
  /** How many codes the transfer has. */
  size: v.pipe(whole, v.minValue(1)),
  /** Which of them were read, from 0, in ascending order. */
  read: v.array(whole),
  accounts: v.array(CredentialSchema),
  problems: v.array(
    v.strictObject({
      /** The code it stands in, and its place there, both from 0. */
      part: whole,
      index: whole,
      /** What it calls itself, as it may be shown. */
      name: v.string(),
      code: v.string(),
      field: v.string(),
    }),
  ),
  /** An unfinished transfer was given up for this one. */
  startedAnew: v.boolean(),
});
export type Parts = v.InferOutput<typeof PartsSchema>;

/** Characters. */
const LONGEST_NAME = 100;

/**
 * What is read with one more code. The same code counts once, in whatever order they come; a code of another
 * transfer starts anew.
 */
export function collect(held: Parts | undefined, part: Transfer): Parts {
  if (!held || !belongs(held, part)) {
    const empty = { batchId: part.batchId, size: part.size, read: [], accounts: [], problems: [] };
    return append({ ...empty, startedAnew: held !== undefined && !isComplete(held) }, part);
  }
  return held.read.includes(part.index) ? held : append(held, part);
}

export function isComplete(parts: Parts): boolean {
  return parts.read.length === parts.size;
}

/**
 * Newer exports have no batch id, so that only the size tells their codes from those of others, and that a code
 * that was read already would bring other accounts.
 */
function belongs(held: Parts, part: Transfer): boolean {
  if (held.batchId !== part.batchId || held.size !== part.size) return false;
  return (
    !held.read.includes(part.index) ||
    part.accounts.every((account) => held.accounts.some((known) => isSame(known, account)))
  );
}

function isSame(one: Credential, other: Credential): boolean {
  return one.type === other.type && one.secret === other.secret;
}

function append(parts: Parts, { index: part, accounts, problems }: Transfer): Parts {
  return {
    ...parts,
    read: [...parts.read, part].sort((one, other) => one - other),
    accounts: [...parts.accounts, ...accounts],
    problems: [
      ...parts.problems,
      ...problems.map(({ name, ...problem }) => ({
        part,
        ...problem,
        name: visibleText(name, LONGEST_NAME),
      })),
    ],
  };
}
