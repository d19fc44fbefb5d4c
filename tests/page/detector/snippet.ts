import type { FieldKind } from '../../../src/page/detector/field.ts';

/** A page as sites of its kind make it, and what the detector is to make of it. All are made up. */
export interface Snippet {
  readonly what: string;
  readonly title?: string;
  readonly html: string;
  /** All inputs that are listed, by selector (tests/tools/inspect/selector-of.ts). */
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly fill: readonly string[];
}

/** A page with one field for codes of an app. */
export function app(what: string, selector: string, html: string, title?: string): Snippet {
  return { ...one(what, 'app', selector, html, title), fill: [selector] };
}

/** A page with one field for codes of another kind. */
export function one(
  what: string,
  kind: FieldKind,
  selector: string,
  html: string,
  title?: string,
): Snippet {
  return { what, html, fields: { [selector]: kind }, fill: [], ...(title ? { title } : {}) };
}

/** A page with fields of which none is for one-time codes. */
export function none(what: string, html: string, title?: string): Snippet {
  return { what, html, fields: {}, fill: [], ...(title ? { title } : {}) };
}

/** Boxes of one code: `make` writes one, by its place from 0 on. */
export function boxes(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('');
}
