import { part, sentCode } from './parts.js';

const boxesOf = () =>
  /** @type {HTMLInputElement[]} */ ([...part('boxes').querySelectorAll('input')]);

/**
 * Writes digits into the boxes from one of them on, and what they make into the field that is sent.
 *
 * @param {string[]} digits one a box, changed here
 * @param {number} from
 * @param {string} text
 */
function distribute(digits, from, text) {
  const boxes = boxesOf();
  [...text.replaceAll(/\D/g, '')].slice(0, boxes.length - from).forEach((digit, offset) => {
    digits[from + offset] = digit;
  });
  boxes.forEach((box, index) => {
    box.value = digits[index] ?? '';
  });
  sentCode().value = digits.join('');
  const empty = digits.findIndex((digit) => !digit);
  boxes[empty < 0 ? boxes.length - 1 : empty]?.focus();
}

/** Boxes as most sites have them: each takes one digit and hands the focus on, any takes a paste. */
export function boxes() {
  const digits = boxesOf().map(() => '');
  boxesOf().forEach((box, index) => {
    box.addEventListener('input', () => {
      digits[index] = box.value.slice(-1).replaceAll(/\D/g, '');
      distribute(digits, index, digits[index] ?? '');
    });
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Backspace' && !box.value) boxesOf()[index - 1]?.focus();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      distribute(digits, index, event.clipboardData?.getData('text') ?? '');
    });
  });
}

/** Boxes that nothing goes into but a paste on the first: what else is put there is taken out again. */
export function pasteBoxes() {
  const digits = boxesOf().map(() => '');
  boxesOf().forEach((box, index) => {
    for (const type of ['input', 'change']) {
      box.addEventListener(type, () => {
        box.value = digits[index] ?? '';
      });
    }
  });
  boxesOf()[0]?.addEventListener('paste', (event) => {
    event.preventDefault();
    distribute(digits, 0, event.clipboardData?.getData('text') ?? '');
  });
}
