import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FindingSchema, findingsOf } from '../../src/enrolment/finding.ts';
import { PartsSchema } from '../../src/enrolment/transfer.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { uriOf } from '../otp/transfers.ts';
import { MESSAGES, mutants, URIS } from './mutants.ts';
import { naiveAccount, naiveTransfer } from './naive-reading.ts';

const SEED = 4;
const MUTATIONS = 100_000;

/** So that digests are made while others wait. */
const AT_ONCE = 500;

/** What one text came to, in a word; the wrong ones begin so. */
async function outcomeOf(text: string): Promise<string> {
  const { findings, transfer } = await findingsOf([text]);
  if (!findings.every((finding) => v.is(FindingSchema, finding))) return 'wrong: form';
  const accounts = findings.flatMap((it) => (it.kind === 'account' ? [it.credential] : []));
  if (!transfer) {
    const [finding, ...others] = findings;
    if (finding === undefined || others.length > 0) return 'wrong: not one finding';
    if (finding.kind !== 'account') return finding.kind;
    return isDeepStrictEqual(accounts, [naiveAccount(text)]) ? 'account' : 'wrong: account';
  }

  if (!v.is(PartsSchema, transfer)) return 'wrong: form of the transfer';
  const naive = naiveTransfer(text);
  if (!naive) return 'wrong: transfer';
  const { batchId, size, read, problems } = transfer;
  if (!isDeepStrictEqual([batchId, size, read], [naive.batchId, naive.size, [naive.index]])) {
    return 'wrong: part of the transfer';
  }
  const unread = new Set(problems.map(({ index }) => index));
  const readable = naive.accounts.filter((_, index) => !unread.has(index));
  if (!isDeepStrictEqual(transfer.accounts, readable)) return 'wrong: account of the transfer';
  if (!isDeepStrictEqual(accounts, onePerSecret(transfer.accounts))) return 'wrong: findings';
  if (problems.length === 0) return 'transfer';
  return accounts.length > 0 ? 'transfer without some accounts' : 'transfer without accounts';
}

function tryOne(text: string): Promise<string> {
  return outcomeOf(text).catch((error: unknown) => `wrong: throws ${Object(error).name}`);
}

function onePerSecret(credentials: readonly Credential[]): Credential[] {
  const isSame = (one: Credential, other: Credential) =>
    one.type === other.type && one.secret === other.secret;
  return credentials.filter(
    (credential, index) => credentials.findIndex((it) => isSame(it, credential)) === index,
  );
}

describe('a text that is mutated', () => {
  it.each([...URIS, ...MESSAGES.map(uriOf)])('is right to begin with: %#', async (uri) => {
    expect(await outcomeOf(uri)).toMatch(/^(?:account|transfer)$/u);
  });

  it(`${MUTATIONS} times throws nothing, and never gives an account that it does not say`, async () => {
    const next = mutants(SEED);
    // Nobody looks at the stacks of so many refusals, and writing them down takes long.
    Error.stackTraceLimit = 0;
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    for (let tried = 0; tried < MUTATIONS; tried += AT_ONCE) {
      const texts = Array.from({ length: AT_ONCE }, next);
      for (const [place, outcome] of (await Promise.all(texts.map(tryOne))).entries()) {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        // It is told by its place, never by its text: that holds a secret.
        if (outcome.startsWith('wrong')) wrong.push(`${outcome}: ${tried + place} of seed ${SEED}`);
      }
    }
    const told = [...counts].sort(([, one], [, other]) => other - one);
    process.stderr.write(
      `\nMutations: ${MUTATIONS} tried (${told.map(([kind, count]) => `${kind} ${count}`).join(', ')})\n`,
    );
    expect(wrong.slice(0, 10)).toEqual([]);
    // Enough of them are still read, and enough are not: else this shows nothing.
    for (const kind of ['account', 'refused', 'transfer', 'transfer without some accounts']) {
      expect(counts.get(kind)).toBeGreaterThan(MUTATIONS / 100);
    }
  }, 120_000);
});
