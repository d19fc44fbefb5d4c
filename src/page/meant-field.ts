import { detectFields } from './detector/detect.ts';
import type { CodeField, FieldKind } from './detector/field.ts';
import { fieldToFill } from './detector/to-fill.ts';
import { isFillable } from './fill.ts';
import { isOnShow } from './on-show.ts';

/** Frames within frames, and how many, that are looked into. */
const DEEPEST = 3;
const MOST_FRAMES = 20;

/** Fields that get no code, whatever the user does. */
const NEVER: readonly FieldKind[] = ['access-pass', 'recovery', 'hardware'];

/** What a field may be that the detector does not know: nothing says that it is for something else. */
const TEXT_TYPE = /^(?:text|tel|number)$/u;
const FREE_AUTOCOMPLETE = /^(?:on|off|one-time-code)?$/u;
const OTHER_PART = 'search, [role="search" i]';
const OTHER_ROLE = /searchbox|combobox/u;
const OTHER_NAME = /search|query|\bq\b|chat|messag|comment|user|log-?in|e?-?mail/iu;

/**
 * The field that the user means when he wants a code: the one with the focus, if it may hold one; else the best one of
 * the page, or of its frames of the same origin. Who has the focus in one for codes that may not be filled means no other.
 */
export function meantField(): CodeField | undefined {
  const pages = [document, ...framesOf(document, DEEPEST)].slice(0, MOST_FRAMES);
  const detected = pages.map((page) => detectFields(page));
  const focused = focusedIn(document);
  const pointed = focused && detected.flat().find(({ inputs }) => inputs.includes(focused));
  if (pointed) return isMeant(pointed) ? pointed : undefined;
  if (detected.flat().length === 0) return focused && unknownField(focused);
  for (const fields of detected) {
    const field = bestOf(fields);
    if (field) return field;
  }
  return undefined;
}

/** Only what the browser lets this page into, frames of its own origin, and only what a person sees. */
function framesOf(page: Document, depth: number): Document[] {
  if (depth === 0) return [];
  return [...page.querySelectorAll('iframe')].slice(0, MOST_FRAMES).flatMap((frame) => {
    const inside = isOnShow(frame) ? frame.contentDocument : null;
    return inside ? [inside, ...framesOf(inside, depth - 1)] : [];
  });
}

/** In open shadow roots and frames, too. */
function focusedIn(page: Document): HTMLInputElement | undefined {
  let focused = page.activeElement;
  while (focused) {
    const { contentDocument }: Partial<HTMLIFrameElement> = focused;
    if (contentDocument && !isOnShow(focused)) return undefined;
    const inside: DocumentOrShadowRoot | null | undefined = focused.shadowRoot ?? contentDocument;
    if (!inside) break;
    focused = inside.activeElement;
  }
  return focused?.localName === 'input' ? (focused as HTMLInputElement) : undefined;
}

function unknownField(input: HTMLInputElement): CodeField | undefined {
  const { type, autocomplete, id, name, placeholder, ariaLabel, role } = input;
  const isOther =
    !TEXT_TYPE.test(type) ||
    !FREE_AUTOCOMPLETE.test(autocomplete) ||
    OTHER_ROLE.test(role ?? '') ||
    OTHER_NAME.test([id, name, placeholder, ariaLabel].join(' ')) ||
    input.closest(OTHER_PART) !== null;
  return isOther || !isFillable(input) ? undefined : { kind: 'other', score: 0, inputs: [input] };
}

function bestOf(fields: readonly CodeField[]): CodeField | undefined {
  const open = fields.filter((field) => field.kind !== 'sent' && isMeant(field));
  return fieldToFill(open) ?? open.toSorted((a, b) => b.score - a.score)[0];
}

function isMeant({ kind, inputs }: CodeField): boolean {
  return !NEVER.includes(kind) && inputs.every(isFillable);
}
