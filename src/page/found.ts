import type { CodeField } from './detector/field.ts';

/** What a page asks for, as it is now. */
export interface Found {
  /** The one field for an app's code. */
  readonly field?: CodeField | undefined;
  /** What the page says against a code. */
  readonly error?: Element | undefined;
  /** Whether the page asks for a password instead. */
  readonly hasPassword?: boolean | undefined;
  /** Microsoft's page that waits for a push approval, or its list of other ways. */
  readonly push?: 'waits' | 'list' | undefined;
}

/** Who signs in, as the page shows it: the most telling address first. */
export interface Shown {
  readonly shown: string[];
  readonly tenant?: string;
}

/** How a site's pages are read, and what is done there beside filling. */
export interface SitePages {
  readonly find: () => Found;
  readonly shown: (field: CodeField | undefined) => Shown;
  /** The field that the user means by his own act: the one with the focus, else the best one. */
  readonly findByHand: () => CodeField | undefined;
  /** The field that the page has drawn anew in the place of one that is gone, also filled in. */
  readonly findAnew: (gone: CodeField) => CodeField | undefined;
  /** Sends what stands in the field. */
  readonly submit: (field: CodeField) => void;
  /** The ways from the push page to the field: to the list, and in it to the code. */
  readonly toList?: () => HTMLElement | undefined;
  readonly toCode?: () => HTMLElement | undefined;
}
