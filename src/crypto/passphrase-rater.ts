import { diceware, short, words } from 'virtual:packed-words';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import { unpackWords } from './words/pack.ts';

/**
 * zxcvbn (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016) with its lists:
 * half a megabyte, so `passphrase-strength.ts` imports this module late, and nothing else does.
 *
 * Its time grows with the square of the length and with the ways to read digits and signs as letters. The
 * limits keep the interface from standing still for seconds over a random key that is pasted; with 40
 * readings instead of 100, ordinary disguises are rated as before.
 */
export const rater = new ZxcvbnFactory({
  dictionary: {
    ...short,
    'diceware-common': unpackWords(diceware),
    'passwords-common': unpackWords(words),
  },
  graphs: adjacencyGraphs,
  maxLength: 100,
  l33tMaxSubstitutions: 40,
});
