import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareKey, groupedKey } from '../../../../src/ui/manager/add/grouped-key.ts';

/** The field with `|` for its caret, after a key press that left `typed` where `before` was. */
function field(typed: string, before: string, inputType = 'insertText'): string {
  const caret = typed.indexOf('|');
  const grouped = groupedKey({ text: typed.replace('|', ''), caret }, before, inputType);
  return `${grouped.text.slice(0, grouped.caret)}|${grouped.text.slice(grouped.caret)}`;
}

describe('a set-up key in groups', () => {
  it.each([
    ['the first character', 'a|', '', 'A|'],
    ['the end of a group', 'ABCd|', 'ABC', 'ABCD|'],
    ['the first of the next group', 'ABCDe|', 'ABCD', 'ABCD E|'],
    ['a character amid a group', 'ABx|CD EFGH', 'ABCD EFGH', 'ABX|C DEFG H'],
    ['a character that fills a group', 'ABCx|D EFGH', 'ABCD EFGH', 'ABCX |DEFG H'],
    ['a space, which is left out', 'ABC |', 'ABC', 'ABC|'],
    ['a dash, which is left out', 'ABCD-|', 'ABCD', 'ABCD|'],
    ['what was pasted', 'abcd-efgh ijkl|', '', 'ABCD EFGH IJKL|'],
  ])('takes %s', (_, typed, before, expected) => {
    expect(field(typed, before)).toBe(expected);
  });

  it.each([
    ['the character before the caret', 'ABC|D EFGH', 'ABXCD EFGH', 'ABC|D EFGH'],
    ['the one in front of a space', 'ABCD|EFGH', 'ABCD EFGH', 'ABC|E FGH'],
  ])('loses %s by the backspace key', (_, typed, before, expected) => {
    expect(field(typed, before, 'deleteContentBackward')).toBe(expected);
  });

  it.each([
    ['the character behind the caret', 'ABCD |FGH', 'ABCD EFGH', 'ABCD |FGH'],
    ['the one behind a space', 'ABCD|EFGH', 'ABCD EFGH', 'ABCD |FGH'],
  ])('loses %s by the delete key', (_, typed, before, expected) => {
    expect(field(typed, before, 'deleteContentForward')).toBe(expected);
  });

  it('keeps the caret behind the same character, and all that is typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abC27 -') });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const grouped = groupedKey(
          { text: left + right, caret: left.length },
          `${left}${right}`,
          'insertText',
        );
        expect(bareKey(grouped.text)).toBe(bareKey(left + right).toUpperCase());
        expect(bareKey(grouped.text.slice(0, grouped.caret))).toBe(bareKey(left).toUpperCase());
        expect(grouped.text).toMatch(/^(?:\S{4} )*\S{0,4}$/u);
      }),
    );
  });
});
