import { control } from '../controlled-input.js';
import { labelled, later, part, usualField } from './parts.js';

/** The field comes into the form after a while. */
export function late() {
  later(() => part('place').append(...labelled(usualField())));
}

/** The body is shown after a while, by an attribute. */
export function hiddenBody() {
  later(() => document.body.removeAttribute('hidden'));
}

/** Focus, and the caret behind what is there already. @param {HTMLInputElement} field */
function typeOn(field) {
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** A controlled field whose node gives way to another at the first input; the value is the page's own. */
export function rerendered() {
  const page = /** @type {{ rendered: number }} */ (/** @type {unknown} */ (window));
  page.rendered = 0;
  let value = '';

  function build() {
    page.rendered += 1;
    const field = usualField();
    field.value = value;
    control(field, (typed) => {
      value = typed;
      if (page.rendered > 1) return;
      const focused = document.activeElement === field;
      const next = build();
      field.replaceWith(next);
      if (focused) typeOn(next);
    });
    return field;
  }

  part('place').append(...labelled(build()));
  part('form').addEventListener('submit', () => {
    /** @type {HTMLInputElement} */ (part('code')).value = value;
  });
}
