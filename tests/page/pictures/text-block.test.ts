import { describe, expect, it } from 'vitest';
import { matrixOfText } from '../../../src/page/pictures/text-block.ts';
import { modulesOf, SETUP_CODE } from './modules.ts';

const BLOCKS = [' ', '▀', '▄', '█'];

/** As `qrencode -t UTF8` draws: two modules a sign. */
function inHalfBlocks(modules: readonly (readonly boolean[])[]): string {
  const lines: string[] = [];
  for (let y = 0; y < modules.length; y += 2) {
    const upper = modules[y] ?? [];
    const lower = modules[y + 1] ?? [];
    lines.push(
      upper.map((dark, x) => BLOCKS[Number(dark) + 2 * Number(lower[x] ?? false)]).join(''),
    );
  }
  return lines.join('\n');
}

function inSigns(modules: readonly (readonly boolean[])[], dark: string, light: string): string {
  return modules.map((row) => row.map((isDark) => (isDark ? dark : light)).join('')).join('\n');
}

describe('a code drawn as text', () => {
  it.each([
    ['half blocks', inHalfBlocks(SETUP_CODE)],
    ['pairs of full blocks', inSigns(SETUP_CODE, '██', '  ')],
    ['pairs of number signs', inSigns(SETUP_CODE, '##', '  ')],
    ['one block a module', inSigns(SETUP_CODE, '█', ' ')],
    ['number signs and dots', inSigns(SETUP_CODE, '##', '..')],
    ['squares', inSigns(SETUP_CODE, '⬛', '⬜')],
    ['spaces that do not break', inSigns(SETUP_CODE, '██', '\u00a0\u00a0')],
  ])('is read from %s', (_, text) => {
    expect(matrixOfText(text)).toEqual(SETUP_CODE);
  });

  it('is read with a margin, with lines cut short at their ends, and with both kinds of line ends', () => {
    const lines = inHalfBlocks(SETUP_CODE)
      .split('\n')
      .map((line) => `    ${line.trimEnd()}`);
    expect(matrixOfText(['', '', ...lines, ''].join('\r\n'))).toEqual(SETUP_CODE);
  });

  it('is read light on dark: its quiet zone is drawn then', () => {
    const around = (rows: readonly (readonly boolean[])[], side: number) => [
      ...Array.from({ length: 2 }, () => new Array<boolean>(side).fill(true)),
      ...rows.map((row) => [true, true, ...row.map((dark) => !dark), true, true]),
      ...Array.from({ length: 2 }, () => new Array<boolean>(side).fill(true)),
    ];
    const drawn = around(SETUP_CODE, SETUP_CODE.length + 4);
    expect(matrixOfText(inSigns(drawn, '█', ' '))).toEqual(drawn);
  });

  it('is read in its smallest and its greatest size', () => {
    const smallest = modulesOf('A');
    const greatest = modulesOf('A'.repeat(3390));
    expect([smallest.length, greatest.length]).toEqual([21, 177]);
    for (const modules of [smallest, greatest]) {
      expect(matrixOfText(inSigns(modules, '##', '  '))).toEqual(modules);
      expect(matrixOfText(inHalfBlocks(modules))).toEqual(modules);
    }
  });
});

describe('other text is no code:', () => {
  const square = SETUP_CODE.map((row) => row.map(() => true));
  it.each([
    ['nothing', ''],
    ['spaces', ' '.repeat(30)],
    ['words', 'Scan the code with your app'],
    ['a code with words under it', `${inHalfBlocks(SETUP_CODE)}\nScan this`],
    ['a line of number signs', '#'.repeat(80)],
    ['a heading in Markdown', `${'#'.repeat(40)}\n${'#'.repeat(40)}`],
    ['a square too small', `${'##'.repeat(20)}\n`.repeat(20)],
    [
      'a column',
      inSigns(
        square.map(() => [true, true]),
        '█',
        ' ',
      ),
    ],
    ['too many lines', `${'█'.repeat(400)}\n`.repeat(401)],
    ['lines too long', `${'█'.repeat(401)}\n`.repeat(400).trimEnd()],
  ])('%s', (_, text) => {
    expect(matrixOfText(text)).toBeUndefined();
  });
});
