import { render } from 'preact';
import { ownBrowser } from '../../messages/runtime.ts';
import { localizeDocument, wordsToKeep } from '../i18n.ts';
import { tellUse } from '../tell-use.ts';
import { WORDS } from '../words-item.ts';
import { answerTo } from './ask.ts';
import { askEarly } from './early.ts';
import { partsFor } from './late-parts.ts';
import { Popup } from './popup.tsx';

/** Draws the popup in one go, once what it shows at first is known. */
export async function showPopup(place: 'popup' | 'panel'): Promise<void> {
  const early = askEarly();
  await localizeDocument('extensionName', await early.words);
  const answer = await answerTo(early);
  if (answer) await partsFor(answer);
  render(<Popup place={place} first={{ answer }} />, document.body);
  // What wakes the background can wait until this is painted.
  requestAnimationFrame(() =>
    setTimeout(() => {
      tellUse();
      const words = wordsToKeep();
      if (words) void ownBrowser().storage.session.set({ [WORDS]: words });
    }),
  );
}
