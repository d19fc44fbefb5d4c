import { APP, HARDWARE, MASKED, OTHERWISE, RESEND, SENT } from './channel-words.ts';
import type { FieldKind } from './field.ts';
import { fold } from './fold.ts';
import { ACCESS_PASS, OF_BANK, RECOVERY } from './other-code-words.ts';
import { remembered } from './remembered.ts';

/** What a text says of where a code comes from. */
export type Channels = ReadonlySet<FieldKind>;

const PATTERNS: readonly (readonly [FieldKind, RegExp])[] = [
  ['access-pass', ACCESS_PASS],
  ['recovery', RECOVERY],
  ['hardware', HARDWARE],
  ['other', OF_BANK],
  ['app', APP],
];

/** A sentence may end at a line's end too: the parts of a page are lines. */
const SENTENCES = /[.!?](?=\s|$)|[。！？\n]/u;

/**
 * The channels of folded text. A sentence on what to do where the usual way is not open ("lost your phone? …") counts only for
 * what is sent again.
 */
export const channelsOf = remembered((folded: string): Channels => {
  const found = new Set<FieldKind>();
  if (MASKED.test(folded)) found.add('sent');
  for (const sentence of folded.split(SENTENCES)) {
    const words = sentence.trim();
    if (words === '') continue;
    if (RESEND.test(words)) found.add('sent');
    if (OTHERWISE.test(words)) continue;
    for (const [kind, pattern] of PATTERNS) if (pattern.test(words)) found.add(kind);
    if (SENT.test(words)) found.add('sent');
  }
  return found;
});

/**
 * The channel that a text speaks of, as it stands in the page. Where it speaks of several, the one by which a field is told:
 * "the code of your app, or the one that we sent" takes codes of the app.
 */
export function channelOf(text: string): FieldKind | undefined {
  return strongest(channelsOf(fold(text)));
}

const ORDER = ['access-pass', 'other', 'app', 'recovery', 'hardware', 'sent'] as const;

export function strongest(channels: Channels): FieldKind | undefined {
  return ORDER.find((kind) => channels.has(kind));
}
