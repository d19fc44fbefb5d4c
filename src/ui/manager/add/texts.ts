/** As many as the background takes in one message. */
const PORTION = 100;

/** As long as the background takes them; no QR code holds half as much. */
const LONGEST_TEXT = 20_000;

/** The lines of what was pasted: each may be the text of a code. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Texts as they go to the background: in messages of its size. */
export function textPortions(texts: readonly string[]): string[][] {
  const portions: string[][] = [];
  for (let at = 0; at < texts.length; at += PORTION) {
    portions.push(texts.slice(at, at + PORTION).map((text) => text.slice(0, LONGEST_TEXT)));
  }
  return portions;
}
