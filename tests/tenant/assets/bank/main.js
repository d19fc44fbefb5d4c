import '../watch.js';
import { hiddenBody, late, rerendered } from './appearing.js';
import { boxes, pasteBoxes } from './boxes.js';
import { config } from './config.js';
import { inlineError } from './inline-error.js';
import { closedShadow, shadow } from './shadow.js';
import { singlePage } from './single-page.js';

/** What the page's variant does in the browser, if anything. @type {Record<string, () => void>} */
const ACTS = {
  boxes,
  pasteBoxes,
  late,
  hiddenBody,
  rerendered,
  shadow,
  closedShadow,
  singlePage,
  inlineError,
};

ACTS[config?.act ?? '']?.();
