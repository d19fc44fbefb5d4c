import { readFile } from 'node:fs/promises';
import type { CDPSession } from 'puppeteer-core';
import { evaluateIn } from './chromium-surface.ts';
import type { Clip } from './surface.ts';

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

/** Copies from that blank page in the same way; a picture from a page that is nothing but the picture. */
export async function writeClipboard(session: CDPSession, clip: Clip): Promise<void> {
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  if ('pngFile' in clip) {
    const picture = await readFile(clip.pngFile, 'base64');
    await show(session, `data:image/png;base64,${picture}`);
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['Copy'] });
    await show(session, 'about:blank');
    return;
  }
  await evaluateIn(
    session,
    `document.body.replaceChildren(document.createElement('textarea'));
     document.querySelector('textarea').value = ${JSON.stringify(clip.text)};
     document.querySelector('textarea').select()`,
  );
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['Copy'] });
  await evaluateIn(session, `document.body.replaceChildren()`);
}

async function show(session: CDPSession, url: string): Promise<void> {
  await session.send('Page.enable');
  const { promise: loaded, resolve } = Promise.withResolvers<void>();
  session.once('Page.loadEventFired', () => resolve());
  await session.send('Page.navigate', { url });
  await loaded;
}
