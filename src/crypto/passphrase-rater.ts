import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/**
 * zxcvbn (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016) with its lists:
 * 1.6 MB, so `passphrase-strength.ts` imports this module late, and nothing else does.
 *
 * Its time grows with the square of the length and with the ways to read digits and signs as letters. The
 * limits keep the interface from standing still for seconds over a random key that is pasted; with 40
 * readings instead of 100, ordinary disguises are rated as before.
 */
export const rater = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: 100,
  l33tMaxSubstitutions: 40,
});
