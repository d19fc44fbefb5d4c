import type { Control, Step } from '../../enrolment/wizard.ts';
import type { Phrases } from './phrases.ts';

/** What tells a step. One of these is enough; the first step in the table that is told counts. */
export interface StepMarks {
  readonly step: Step;
  /** Elements, of which one is on show. */
  readonly selectors?: readonly string[];
  /** Elements, of which one is there, though nobody sees it. */
  readonly hidden?: readonly string[];
  /** What a heading says. */
  readonly titles?: readonly Phrases[];
  /** What a toast or a message bar says, wherever it stands. */
  readonly alerts?: readonly Phrases[];
  /** What any text says. */
  readonly texts?: readonly Phrases[];
  /** Controls, of which one is on show. */
  readonly controls?: readonly Control[];
}

/**
 * How a control is found. Selectors come first; then what it is called, by the elements that people choose with; then the
 * looks, where one element alone has them.
 */
export interface ControlMarks {
  readonly selectors?: readonly string[];
  readonly names: readonly Phrases[];
  /** Elements that look like it, as others may. */
  readonly looks?: string;
  /** One among several, of which one counts (a tile, a radio button, an option), not a button that acts at once. */
  readonly isChoice?: true;
  /** It may stand in a list that shows its options only when it is opened. */
  readonly inList?: true;
}

/** All that is known of a page of Microsoft's. A change there is a change in one line here. */
export interface WizardTable {
  readonly steps: readonly StepMarks[];
  readonly controls: Readonly<Partial<Record<Control, ControlMarks>>>;
  /** The field for the verification code; without these, one that is called so. */
  readonly code: readonly string[];
  /** Fields for codes that came by mail or message. */
  readonly otherCodes: readonly string[];
  /** The QR code and the field stand on the same page. */
  readonly codeBesideQr?: true;
  /** What may be chosen at a step, where it is not the usual. */
  readonly choices?: Readonly<Partial<Record<Step, readonly Control[]>>>;
}

/** What may be chosen at a step. */
export const USUAL_CHOICES: Readonly<Record<Step, readonly Control[]>> = {
  interrupt: ['next'],
  overview: ['add-method'],
  'pick-method': ['authenticator-app', 'verification-code', 'set-up'],
  'get-app': ['different-app', 'next', 'back'],
  'set-up-account': ['next', 'back'],
  qr: ['different-app', 'next', 'back'],
  'enter-code': ['next', 'back'],
  'code-refused': [],
  'push-trial': ['back'],
  done: ['done', 'next'],
  captcha: [],
  error: [],
  loading: [],
  other: [],
};
