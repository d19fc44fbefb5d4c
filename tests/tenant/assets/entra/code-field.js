import { h, input } from '../dom.js';
import { config } from './config.js';

const { str } = config;

/**
 * The one field of the real page. As with Knockout's binding, what is submitted is what the events
 * told, not what the field holds.
 *
 * @param {{ code: string }} model
 */
export function codeField(model) {
  const field = input({
    id: 'idTxtBx_SAOTCC_OTC',
    name: 'otc',
    type: 'tel',
    autocomplete: 'off',
    maxlength: config.iTotpOtcLength,
    placeholder: str.codeLabel,
    'aria-label': str.codeLabel,
    'aria-describedby': 'idDiv_SAOTCC_Description',
  });
  field.value = model.code;
  for (const type of ['input', 'change']) {
    field.addEventListener(type, () => {
      model.code = field.value;
    });
  }
  const focus = () => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  };
  return { element: field, focus, beforeSubmit: () => writeBack(field, model) };
}

/** Six boxes, and the field that is sent, out of sight. @param {{ code: string }} model */
export function codeBoxes(model) {
  const boxes = Array.from({ length: config.iTotpOtcLength }, (_, index) =>
    input({
      id: `idTxtBx_SAOTCC_OTC_${index + 1}`,
      type: 'tel',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 1,
      'aria-label': `${str.codeLabel} ${index + 1}`,
    }),
  );
  boxes.forEach((box, index) => {
    box.addEventListener('input', () => {
      model.code = boxes.map(({ value }) => value).join('');
      if (box.value) boxes[index + 1]?.focus();
    });
  });
  const sent = input({ type: 'hidden', name: 'otc' });
  return {
    element: h(
      'div',
      { class: 'boxes', role: 'group', 'aria-label': str.codeLabel },
      ...boxes,
      sent,
    ),
    focus: () => boxes[0]?.focus(),
    beforeSubmit: () => writeBack(sent, model),
  };
}

/** @param {HTMLInputElement} field @param {{ code: string }} model */
function writeBack(field, { code }) {
  field.value = code;
}
