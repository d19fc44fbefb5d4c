import type { Control, Step } from '../../enrolment/wizard.ts';
import { isVisible } from '../visible.ts';
import { choose } from './choice.ts';
import { DIALOG, MODAL } from './common-table.ts';
import { choicesAt, stepOf } from './decide.ts';
import { lookAt } from './sight.ts';
import type { WizardTable } from './table.ts';

/** What a page of Microsoft's shows now. */
export interface PageReading {
  readonly step: Step;
  readonly controls: readonly Control[];
  /** The field for our code. */
  readonly field: HTMLInputElement | undefined;
  readonly find: (control: Control) => Element | undefined;
}

/**
 * Reads the foremost dialog that says something we know, or the page itself. What holds up the page is read whatever it
 * says: nobody chooses past it.
 *
 * @param isOurs whether our code stands in a field
 */
export function readPage(
  table: WizardTable,
  isOurs: (field: HTMLInputElement) => boolean,
): PageReading {
  const dialogs = [...document.querySelectorAll<HTMLElement>(DIALOG)].filter(isVisible).reverse();
  for (const dialog of dialogs) {
    const reading = readPart(dialog, table, isOurs);
    if (dialog.matches(MODAL) || isKnown(reading.step)) return reading;
  }
  return readPart(document.body, table, isOurs);
}

function isKnown(step: Step): boolean {
  return step !== 'other' && step !== 'loading';
}

function readPart(
  part: HTMLElement,
  table: WizardTable,
  isOurs: (field: HTMLInputElement) => boolean,
): PageReading {
  const { sight, field, find } = lookAt(part, table, isOurs);
  const step = stepOf(table, sight);
  return { step, controls: choicesAt(table, step, sight), field, find };
}

/** Chooses a control, if the page still is at the step for which that was decided. */
export async function perform(
  control: Control,
  step: Step,
  table: WizardTable,
  reading: PageReading,
): Promise<void> {
  const marks = table.controls[control];
  if (!marks || reading.step !== step || !reading.controls.includes(control)) return;
  const element = reading.find(control);
  if (element) await choose(element, marks);
}
