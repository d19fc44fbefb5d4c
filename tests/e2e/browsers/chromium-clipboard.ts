import type { CDPSession } from 'puppeteer-core';
import { evaluateIn } from './chromium-surface.ts';

/**
 * Pastes into a blank page as the editing command of a key does, which needs no permission. The page
 * only believes to have the focus: what has it (the popup) keeps it.
 */
export async function readClipboard(session: CDPSession): Promise<string> {
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await evaluateIn(
    session,
    `document.body.replaceChildren(document.createElement('textarea'));
     document.querySelector('textarea').focus()`,
  );
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['Paste'] });
  return String(await evaluateIn(session, `document.querySelector('textarea').value`));
}
