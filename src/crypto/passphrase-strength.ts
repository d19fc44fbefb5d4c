import type { Score } from '@zxcvbn-ts/core';

export interface PassphraseRating {
  /** From 0, guessed at once, to 4, beyond guessing. */
  readonly score: Score;
}

/**
 * How hard a new passphrase is to guess, on its first 100 characters and in the form that is stretched
 * (`passphrase.ts`). Nothing leaves this page. The lists are loaded with the first call: whoever uses a
 * passkey never needs them.
 *
 * @param context what someone who is after this vault tries first, such as the vault's name: as a whole and word by word
 */
export async function ratePassphrase(
  passphrase: string,
  context: readonly string[],
): Promise<PassphraseRating> {
  const { rater } = await import('./passphrase-rater.ts');
  const words = context
    .map((text) => text.normalize('NFC'))
    .flatMap((text) => [text, ...(text.match(/[\p{L}\p{N}]+/gu) ?? [])]);
  const { score } = rater.check(passphrase.normalize('NFC'), words);
  return { score };
}
