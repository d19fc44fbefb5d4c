import '../watch.js';
import { input } from '../dom.js';
import { own } from '../own-nodes.js';
import { allow } from './catch.js';
import { done } from './done.js';

/**
 * The field changes into something else, and back, as soon as anything happens: at focus, at every
 * change of the page's attributes, and by itself after 0 to 50 ms. A code is right only in the field
 * that is labelled so, for as long as it is there.
 */
const ROUNDS = 120;
const LONGEST_MILLISECONDS = 50;

const label = document.querySelector('label');
const honest = /** @type {HTMLInputElement} */ (document.getElementById('code'));
// Taken out and put back again below.
own(honest);
let round = 0;

/** What stands in the field's place in turn; each holds what it was given. */
const comment = input({ id: 'code', name: 'comment', type: 'text', maxlength: 200 });
const search = input({ id: 'code', name: 'q', type: 'search' });

/** @type {(() => void)[]} */
const STATES = [
  () => show(honest, 'Authentication code', 'text'),
  () => show(comment, 'Leave a comment'),
  () => show(honest, 'Authentication code', 'text'),
  () => show(honest, 'Your reference', 'hidden'),
  () => show(search, 'Search'),
];

/**
 * @param {HTMLInputElement} field
 * @param {string} words
 * @param {string} [type]
 */
function show(field, words, type) {
  const present = document.getElementById('code');
  if (present !== field) present?.replaceWith(field);
  if (type) field.type = type;
  if (label) own(label).replaceChildren(own(document.createTextNode(words)));
}

function swap() {
  if (round > ROUNDS) return;
  round += 1;
  STATES[round % STATES.length]?.();
}

allow(honest, () => honest.isConnected && honest.type === 'text');
for (const type of ['focusin', 'select', 'beforeinput']) addEventListener(type, swap, true);
new MutationObserver(swap).observe(document, {
  attributes: true,
  subtree: true,
  attributeFilter: ['class', 'style', 'data-countersign', 'value'],
});

function goOn() {
  swap();
  if (round > ROUNDS) done();
  else setTimeout(goOn, Math.random() * LONGEST_MILLISECONDS);
}

goOn();
