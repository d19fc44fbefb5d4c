import { describe, expect, it } from 'vitest';
import { linesOf, textPortions } from '../../../../src/ui/manager/add/texts.ts';

describe('what was pasted', () => {
  it.each([
    ['', []],
    [' \r\n\t\n', []],
    ['one', ['one']],
    [' one \r\n\r\ntwo three\rfour\n', ['one', 'two three', 'four']],
  ])('%j has the lines %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('goes in messages of a hundred texts', () => {
    const texts = Array.from({ length: 201 }, (_, index) => `${index}`);
    const portions = textPortions(texts);
    expect(portions.map(({ length }) => length)).toEqual([100, 100, 1]);
    expect(portions.flat()).toEqual(texts);
    expect(textPortions([])).toEqual([]);
  });

  it('goes without what is longer than any code', () => {
    expect(textPortions(['x'.repeat(20_001)])[0]?.[0]).toHaveLength(20_000);
  });
});
