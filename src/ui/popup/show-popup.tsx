import { render } from 'preact';
import { localizeDocument } from '../i18n.ts';
import { tellUse } from '../tell-use.ts';
import { takeEarly } from './ask.ts';
import { partsFor } from './late-parts.ts';
import { Popup } from './popup.tsx';

/** Draws the popup in one go, from what was asked before its modules were there. */
export async function showPopup(place: 'popup' | 'panel'): Promise<void> {
  const early = takeEarly();
  await localizeDocument('extensionName');
  const first = await early;
  if (first.answer) await partsFor(first.answer);
  render(<Popup place={place} first={first} />, document.body);
  // What wakes the background can wait until this is painted.
  requestAnimationFrame(() => setTimeout(tellUse));
}
