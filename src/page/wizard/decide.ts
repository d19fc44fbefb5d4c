import type { Control, Step } from '../../enrolment/wizard.ts';
import {
  CAPTCHA,
  CAPTCHA_TEXT,
  CODE_NAME,
  ERROR_BAR,
  FAILURE,
  WRONG_CODE,
} from './common-table.ts';
import { type Phrases, says } from './phrases.ts';
import { type StepMarks, USUAL_CHOICES, type WizardTable } from './table.ts';

/** What is on show in one part of a page: its foremost dialog, or all of it. Texts are as `plain` gives them. */
export interface Sight {
  readonly titles: readonly string[];
  readonly text: string;
  /** Toasts and message bars of the whole page. */
  readonly alerts: readonly string[];
  /** Whether the page shows a field for our code. */
  readonly hasCodeField: boolean;
  /** What the page says at that field, where it finds fault with it. */
  readonly fieldError: string;
  /** Our code stands in it. */
  readonly filled: boolean;
  readonly shows: (selector: string) => boolean;
  /** The same, of the whole page. */
  readonly showsAnywhere: (selector: string) => boolean;
  /** It is in the page, though nobody may see it. */
  readonly has: (selector: string) => boolean;
  readonly offers: (control: Control) => boolean;
  /** Something square and large enough to be a QR code. */
  readonly showsPicture: () => boolean;
  readonly hasInput: () => boolean;
  readonly isBusy: () => boolean;
}

/** Which step of a wizard that is. Never `done` without a mark that says so, and `other` for what nobody knows. */
export function stepOf(table: WizardTable, sight: Sight): Step {
  if (isCaptcha(sight)) return 'captcha';
  if (sight.hasCodeField) return stepAtField(table, sight);
  if (hasFailed(sight)) return 'error';
  const known = table.steps.find((marks) => isTold(marks, sight));
  if (known) return known.step;
  // A wizard in a language that nobody told us still shows its code, and a way on.
  if (sight.offers('next') && sight.showsPicture()) return 'qr';
  return sight.text === '' || sight.isBusy() ? 'loading' : 'other';
}

/** What may be chosen at the step. */
export function choicesAt(table: WizardTable, step: Step, sight: Sight): readonly Control[] {
  const usual = table.choices?.[step] ?? USUAL_CHOICES[step];
  const choices = usual.filter((control) => sight.offers(control));
  // The page's one button sends the field, and that is empty yet.
  return step === 'qr' && sight.hasCodeField
    ? choices.filter((control) => control !== 'next')
    : choices;
}

function stepAtField(table: WizardTable, sight: Sight): Step {
  if (sight.fieldError !== '' || sight.alerts.some(isAboutCode)) return 'code-refused';
  if (hasFailed(sight)) return 'error';
  const beside = table.codeBesideQr && !sight.filled;
  return beside && (sight.showsPicture() || isQrTold(table, sight)) ? 'qr' : 'enter-code';
}

function isQrTold(table: WizardTable, sight: Sight): boolean {
  return table.steps.some((marks) => marks.step === 'qr' && isTold(marks, sight));
}

/** A refusal, in whatever words: "was used already" is one, a hint how to find the code is none. */
function isAboutCode(text: string): boolean {
  return says(text, [WRONG_CODE]) || (says(text, [FAILURE]) && says(text, [CODE_NAME]));
}

function isCaptcha(sight: Sight): boolean {
  return (
    CAPTCHA.some(sight.showsAnywhere) || (says(sight.text, [CAPTCHA_TEXT]) && sight.hasInput())
  );
}

function hasFailed(sight: Sight): boolean {
  return (
    sight.showsAnywhere(ERROR_BAR) || sight.alerts.some((text) => says(text, [FAILURE, WRONG_CODE]))
  );
}

function isTold(marks: StepMarks, sight: Sight): boolean {
  const { selectors, hidden, titles, alerts, texts, controls } = marks;
  const anySays = (spoken: readonly string[], phrases: readonly Phrases[] | undefined) =>
    phrases !== undefined && spoken.some((text) => says(text, phrases));
  return (
    (selectors?.some(sight.shows) ?? false) ||
    (hidden?.some(sight.has) ?? false) ||
    anySays(sight.titles, titles) ||
    anySays(sight.alerts, alerts) ||
    anySays([sight.text], texts) ||
    (controls?.some(sight.offers) ?? false)
  );
}
