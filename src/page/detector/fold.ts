import { plain } from '../wizard/plain-text.ts';
import { remembered } from './remembered.ts';

/** Letters that do not come apart into a letter and its marks. */
const WHOLE: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

/** All that needs more than lower case and narrow spaces. */
const SIMPLE = /^[\x20-\x7E\n]*$/u;

/**
 * Text as the words of the detector expect it: as `plain` gives it, and Latin letters without their marks, so that one
 * pattern also reads what was written without them. Line ends stay: they part sentences.
 */
export const fold = remembered((text: string) => {
  if (SIMPLE.test(text)) return text.toLowerCase().replace(/ {2,}/gu, ' ').trim();
  return text.split('\n').map(foldLine).join('\n').trim();
});

function foldLine(line: string): string {
  return (
    plain(line)
      // Marks of Latin letters only: kana and Hangul come together again.
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/gu, '')
      .normalize('NFC')
      .replace(/[ßıłøđ]/gu, (letter) => WHOLE[letter] ?? letter)
  );
}
