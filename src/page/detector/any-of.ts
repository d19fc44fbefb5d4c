/** Letters of languages that put no space between words. */
const UNSPACED = /[\u3000-\uFFFF]/u;

/**
 * One pattern of several: of one thing in several languages, say. Where words have spaces between them, it is looked for at
 * their beginnings only, which takes a fifth of the time.
 */
export function anyOf(...patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => source);
  const spaced = sources.filter((source) => !UNSPACED.test(source));
  const others = sources.filter((source) => UNSPACED.test(source));
  return new RegExp([`\\b(?:${spaced.join('|')})`, ...others].join('|'), 'u');
}
