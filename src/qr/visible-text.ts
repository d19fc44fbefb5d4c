/** What lies about the order of a text or cannot be seen, but for the joiners that scripts and emoji need. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}](?<![\u200c\u200d])/gu;

/**
 * A stranger's text as it may be shown: line breaks and tabs become spaces, and what controls, hides or turns the
 * direction becomes a visible mark.
 *
 * @param longest characters; what is cut off shows as an ellipsis
 */
export function visibleText(text: string, longest: number): string {
  // A character takes two units at most, so that nothing longer than what is shown is gone through.
  const characters = [...text.slice(0, (longest + 1) * 2)];
  const shown = characters.slice(0, longest).join('');
  return (characters.length > longest ? `${shown}…` : shown)
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(DECEPTIVE, '\ufffd');
}
