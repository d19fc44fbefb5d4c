import { APP_SNIPPETS } from './app-snippets.ts';
import { HIDDEN } from './hidden-snippets.ts';
import { LANGUAGE_SNIPPETS } from './language-snippets.ts';
import { DECOYS, OTHER_KINDS } from './other-snippets.ts';
import type { Snippet } from './snippet.ts';
import { UNNAMED } from './unnamed-snippets.ts';

export const SNIPPETS: readonly Snippet[] = [
  ...APP_SNIPPETS,
  ...LANGUAGE_SNIPPETS,
  ...OTHER_KINDS,
  ...DECOYS,
  ...HIDDEN,
  ...UNNAMED,
];
