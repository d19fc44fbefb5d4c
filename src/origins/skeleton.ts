/**
 * Letters that look like others in the typefaces of address lines: what of Unicode's list of confusables (UTS #39)
 * may stand in a host at all, and a few that only look alike at a glance. One string of look-alikes for each.
 */
const LOOK_LIKE: readonly (readonly [string, string])[] = [
  ['a', 'аαɑᴀ'],
  ['ae', 'æӕ'],
  ['b', 'ьвβʙƅ'],
  ['c', 'сϲᴄƈ'],
  ['d', 'ԁđɗðժ'],
  ['e', 'еєεɛҽə'],
  ['f', 'ƒғϝ'],
  ['g', 'ɡɢցǥ'],
  ['h', 'һհħʜђћ'],
  ['i', 'іıιɩɪ'],
  ['j', 'јյϳɉ'],
  ['k', 'кκĸқᴋ'],
  ['l', 'ӏłʟǀו'],
  ['m', 'мᴍ'],
  ['n', 'пηոռɴŋ'],
  ['o', 'оοσօøөסo٥۵०੦૦௦೦൦๐໐၀'],
  ['oe', 'œ'],
  ['p', 'рρþ'],
  ['q', 'ԛգզ'],
  ['r', 'гʀᴦ'],
  ['s', 'ѕꜱʂ'],
  ['ss', 'ß'],
  ['t', 'тτŧᴛ'],
  ['u', 'цυսʋᴜ'],
  ['v', 'ѵνᴠ'],
  ['w', 'ԝωшѡաɯᴡ'],
  ['x', 'хχҳ'],
  ['y', 'уγүʏყ'],
  ['z', 'ᴢƶ'],
  ['3', 'зӡʒ'],
  ['4', 'ч'],
  ['-', '‐‑‒–—−ー一'],
];

const PLAIN: ReadonlyMap<string, string> = new Map(
  LOOK_LIKE.flatMap(([plain, others]) => [...others].map((other) => [other, plain])),
);

/**
 * What is left of a name for an eye that runs over it: two names with the same skeleton are easily taken for each other.
 * It stands for the name in comparisons and is never shown.
 *
 * @param name as it reads, not as punycode
 */
export function skeletonOf(name: string): string {
  return (isAscii(name) ? name.toLowerCase() : plainLetters(name))
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replace(/[1i]/gu, 'l');
}

function isAscii(name: string): boolean {
  return /^[!-~]*$/u.test(name);
}

function plainLetters(name: string): string {
  // Full-width, ligatures and accents go; what nobody sees goes as well.
  const bare = name.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return [...bare.toLowerCase()].map((letter) => PLAIN.get(letter) ?? letter).join('');
}
