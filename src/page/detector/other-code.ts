import { channelsOf, strongest } from './channel.ts';
import { CODE_WORD, isNamedCode, TWO_FACTOR } from './code-words.ts';
import { DECOY_LABEL } from './decoy-labels.ts';
import { LASTING_CODE } from './decoy-words.ts';
import type { Traits } from './traits.ts';

/** Characters before a field; what stands further off is about something else. */
const NEAR = 300;

/**
 * Whether a field is for what a person knows, a PIN say, or has got of something else. What the page says of one-time codes
 * counts for more; not the word of two factors or of an app alone: a PIN may be for these.
 */
export function isOtherCode({ label, headings, before, hint, title }: Traits): boolean {
  const words = [label, headings, before.slice(-NEAR)].join('\n');
  if (!LASTING_CODE.test(words) && !DECOY_LABEL.test(words)) return false;
  const all = [words, hint, title].join('\n');
  if (isNamedCode(all)) return false;
  const channel = strongest(channelsOf(all));
  if (channel && channel !== 'app') return false;
  return !(CODE_WORD.test(all) && (channel ?? TWO_FACTOR.test(all)));
}
