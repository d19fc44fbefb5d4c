import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { packWords } from './pack.ts';

/** As `packed-words.d.ts` declares it. */
const MODULE = 'virtual:packed-words';

/**
 * Of words and names, those that are more common: beyond it there are hardly any but family names, and such a rare one
 * counts as letters at random (with all of them, the extension would be 90 kB larger). Of passwords, every one is kept.
 */
const MOST_RANK = 25_000;

const LONG = ['commonWords-en', 'firstnames-en', 'lastnames-en', 'wikipedia-en'];

/** Makes the module with zxcvbn's lists, packed: as its packages hold them they would be half of the whole extension. */
export function packedWords() {
  return {
    name: 'countersign:packed-words',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id: string) {
      if (id !== `\0${MODULE}`) return undefined;
      const { 'passwords-common': passwords, 'diceware-common': diceware, ...more } = common;
      const short = Object.entries({ ...more, ...english }).filter(
        ([name]) => !LONG.includes(name),
      );
      const long = LONG.map((name) => {
        const list = Object.entries(english).find(([each]) => each === name)?.[1];
        return asWords(list).slice(0, MOST_RANK);
      });
      return [
        `export const words = ${JSON.stringify(packWords([asWords(passwords), ...long]))};`,
        `export const diceware = ${JSON.stringify(packWords([asWords(diceware)]))};`,
        `export const short = ${JSON.stringify(Object.fromEntries(short))};`,
      ].join('\n');
    },
  };
}

/** A list that is not there any more ends the build rather than be missed. */
function asWords(list: unknown): string[] {
  if (!Array.isArray(list) || list.length === 0) throw new Error('zxcvbn has other lists by now');
  return list.map(String);
}
