import '../watch.js';
import './catch.js';
import { h, input } from '../dom.js';
import { done } from './done.js';

/** 5,000 fields of a table, of which a few look like one for the code. */
const FIELDS = 5000;
const EVERY = 700;
/** Milliseconds in which somebody who means to fill would have done so. */
const PATIENCE = 3000;

/** @param {number} index */
function field(index) {
  const id = `cell-${index}`;
  if (index % EVERY !== EVERY - 1) {
    return [h('label', { for: id }, `Cell ${index}`), input({ id, name: id, type: 'text' })];
  }
  const attributes = { id, name: `otp${index}`, type: 'text', autocomplete: 'one-time-code' };
  return [h('label', { for: id }, 'Authentication code'), input({ ...attributes, maxlength: 6 })];
}

const rows = Array.from({ length: FIELDS }, (_, index) => h('div', {}, ...field(index)));
document.getElementById('stage-of-trick')?.append(...rows);

setTimeout(done, PATIENCE);
