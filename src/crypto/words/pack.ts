/** Stands for how many letters a word has in common with the one before it; no word begins with it. */
const FIRST_COUNT = 0x41;
/** Up to "Z". */
const MOST_SHARED = 25;

/**
 * Words by how common they are, in a form that an archive squeezes to half of what the plain lists take: those of
 * ranks 1, 2–3, 4–7, … together, in alphabetical order, each as the number of letters that it shares with the one before it
 * (a capital letter) and the rest. For a guesser, ranks that are within a factor of two are the same.
 *
 * @param lists each with its most common word first, all in lower case; a word that is on several counts where it is most common
 */
export function packWords(lists: readonly (readonly string[])[]): string {
  const ranks = new Map<string, number>();
  for (const list of lists) {
    for (const [index, word] of list.entries()) {
      if (/[A-Z\n]/u.test(word)) throw new Error('a word with a capital letter cannot be packed');
      ranks.set(word, Math.min(index + 1, ranks.get(word) ?? Number.POSITIVE_INFINITY));
    }
  }
  const groups = new Map<number, string[]>();
  for (const [word, rank] of ranks) {
    const group = Math.floor(Math.log2(rank));
    const words = groups.get(group);
    if (words) words.push(word);
    else groups.set(group, [word]);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, words]) => frontCoded(words.sort()))
    .join('\n');
}

function frontCoded(sorted: readonly string[]): string {
  let before = '';
  let packed = '';
  for (const word of sorted) {
    let shared = 0;
    const most = Math.min(MOST_SHARED, word.length, before.length);
    while (shared < most && word[shared] === before[shared]) shared += 1;
    packed += String.fromCharCode(FIRST_COUNT + shared) + word.slice(shared);
    before = word;
  }
  return packed;
}

/** The words of {@link packWords}, the most common ones first. */
export function unpackWords(packed: string): string[] {
  return packed.split('\n').flatMap((group) => {
    let before = '';
    return Array.from(group.matchAll(/([A-Z])([^A-Z]*)/gu), ([, count = 'A', rest = '']) => {
      before = before.slice(0, count.charCodeAt(0) - FIRST_COUNT) + rest;
      return before;
    });
  });
}
