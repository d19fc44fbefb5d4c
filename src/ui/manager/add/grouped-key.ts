/** Characters of a group, as most sites show a set-up key. */
const GROUP = 4;

/** What stands in the field for a set-up key. */
export interface TypedKey {
  readonly text: string;
  /** Where the caret stands, in characters from the start. */
  readonly caret: number;
}

/** The key itself: without the spaces and dashes that make it readable. */
export function bareKey(text: string): string {
  return text.replace(/[\s-]/gu, '');
}

/**
 * A set-up key in groups of four, with the caret where it was among the key's own characters. A key press that took away
 * nothing but a space takes the character next to it, as if there were no spaces.
 *
 * @param typed what the field holds after a key press
 * @param before what it held before
 * @param inputType of the browser's `input` event
 */
export function groupedKey(typed: TypedKey, before: string, inputType: string): TypedKey {
  const bare = bareKey(typed.text);
  const caret = bareKey(typed.text.slice(0, typed.caret)).length;
  const tookSpace = bare === bareKey(before);
  if (tookSpace && inputType === 'deleteContentBackward' && caret > 0) {
    return inGroups(without(bare, caret - 1), caret - 1);
  }
  if (tookSpace && inputType === 'deleteContentForward') {
    return inGroups(without(bare, caret), caret);
  }
  return inGroups(bare, caret);
}

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

function inGroups(bare: string, caret: number): TypedKey {
  const groups: string[] = [];
  for (let at = 0; at < bare.length; at += GROUP) groups.push(bare.slice(at, at + GROUP));
  const text = groups.join(' ').toUpperCase();
  // At the end of a group, in front of the next one's first character.
  return { text, caret: Math.min(text.length, caret + Math.floor(caret / GROUP)) };
}
