import { send } from '../../messages/client.ts';
import { ENTRA } from '../microsoft-selectors.ts';
import { isVisible } from '../visible.ts';
import { follow } from './follow.ts';
import { INTERRUPT } from './interrupt-table.ts';
import { perform, readPage } from './read-page.ts';

/** "More information required": all that a drive has to do with the sign-in page. Of other pages nothing is told. */
export function followInterrupt(): ReturnType<typeof follow> {
  const read = () => readPage(INTERRUPT, () => false);
  return follow({
    showing: document,
    read: () => {
      // Told without reading all of the page, which changes with every key there.
      if (asksForCode()) return undefined;
      const { step, controls } = read();
      if (step !== 'interrupt') return undefined;
      return {
        variant: 'registration',
        step,
        controls: [...controls],
        filled: false,
        submitted: false,
      };
    },
    perform: (control, step) => perform(control, step, INTERRUPT, read()),
    send: (observation) => send('enrolment.observed', observation),
  });
}

function asksForCode(): boolean {
  const field = document.querySelector(ENTRA.code);
  return field !== null && isVisible(field);
}
