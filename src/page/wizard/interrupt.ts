import type { Control, Step } from '../../enrolment/wizard.ts';
import { send } from '../../messages/client.ts';
import { isVisible } from '../visible.ts';
import { choiceFinder, choose } from './choice.ts';
import { TITLE } from './common-table.ts';
import { follow } from './follow.ts';
import { INTERRUPT } from './interrupt-table.ts';
import { says } from './phrases.ts';
import { plain } from './plain-text.ts';

/**
 * "More information required": all that a drive has to do with the sign-in page. Of other pages nothing is told. It is read
 * without what reads the wizard's pages, which would make the script several times as long.
 */
export function followInterrupt(): ReturnType<typeof follow> {
  return follow({
    showing: document,
    read: () => {
      if (!isInterrupt()) return undefined;
      return {
        variant: 'registration',
        step: 'interrupt',
        controls: findNext() ? ['next'] : [],
        filled: false,
        submitted: false,
      };
    },
    perform,
    send: (observation) => send('enrolment.observed', observation),
  });
}

function isInterrupt(): boolean {
  return INTERRUPT.steps.some(
    ({ selectors = [], hidden = [], titles }) =>
      selectors.some((selector) => isShown(selector)) ||
      hidden.some((selector) => document.querySelector(selector) !== null) ||
      [...document.querySelectorAll<HTMLElement>(TITLE)].some(
        (title) => isVisible(title) && says(plain(title.innerText), titles),
      ),
  );
}

function isShown(selector: string): boolean {
  return [...document.querySelectorAll(selector)].some(isVisible);
}

function findNext(): Element | undefined {
  return choiceFinder(document, INTERRUPT)('next');
}

async function perform(control: Control, step: Step): Promise<void> {
  const marks = INTERRUPT.controls[control];
  const next = findNext();
  if (step === 'interrupt' && marks && next && isInterrupt()) await choose(next, marks);
}
