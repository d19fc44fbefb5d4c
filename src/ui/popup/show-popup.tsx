import { render } from 'preact';
import { localizeDocument } from '../i18n.ts';
import { tellUse } from '../tell-use.ts';
import { answerTo } from './ask.ts';
import { askEarly } from './early.ts';
import { partsFor } from './late-parts.ts';
import { Popup } from './popup.tsx';

/** Draws the popup in one go, once what it shows at first is known. */
export async function showPopup(place: 'popup' | 'panel'): Promise<void> {
  const early = askEarly();
  await localizeDocument('extensionName');
  const first = await answerTo(early);
  if (first.answer) await partsFor(first.answer);
  render(<Popup place={place} first={first} />, document.body);
  // What wakes the background can wait until this is painted.
  requestAnimationFrame(() => setTimeout(tellUse));
}
