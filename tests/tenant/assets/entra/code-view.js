import { h, input } from '../dom.js';
import { codeBoxes, codeField } from './code-field.js';
import { config } from './config.js';
import { anotherWay, cancelLink, errorPlace, hiddenFields, identity } from './parts.js';

const { str } = config;
const page = /** @type {{ rendered: number, showCode: () => void }} */ (
  /** @type {unknown} */ (window)
);

/**
 * "Enter code", for the app's and for one that was texted.
 *
 * @param {import('./config.js').Method} method
 * @param {string} description
 * @param {string} error
 * @param {(event: Event) => void} onPick
 */
export function codeView(method, description, error, onPick) {
  const appearance = method === 'PhoneAppOTP' ? config.appearance : 'at-once';
  const model = { code: '' };
  page.rendered = 0;

  function build() {
    page.rendered += 1;
    const field = appearance === 'boxes' ? codeBoxes(model) : codeField(model);
    const fieldPlace = h('div', {}, ...(appearance === 'late' ? [] : [field.element]));
    if (appearance === 'late') comeLate(fieldPlace, field);
    const errors = errorPlace();
    errors.complain(error);
    const form = h(
      'form',
      {
        method: 'post',
        action: config.urlPost,
        onsubmit: (event) => {
          field.beforeSubmit();
          if (model.code.length === config.iTotpOtcLength) return;
          event.preventDefault();
          errors.complain(str.codeMissing.replace('{digits}', String(config.iTotpOtcLength)));
          field.focus();
        },
      },
      ...hiddenFields(method),
      h('p', { id: 'idDiv_SAOTCC_Description' }, description),
      errors.place,
      fieldPlace,
      h(
        'label',
        { class: 'check' },
        input({ id: 'idChkBx_SAOTCC_TD', name: 'rememberMFA', type: 'checkbox', value: 'true' }),
        str.remember,
      ),
      ...anotherWay(onPick),
      h(
        'div',
        { class: 'actions' },
        cancelLink(),
        input({ id: 'idSubmit_SAOTCC_Continue', type: 'submit', value: str.verify }),
      ),
    );
    return { form, focus: field.focus };
  }

  /** The same form anew in its place, with what the model holds. @param {HTMLElement} form */
  function rebuild(form) {
    const next = build();
    form.replaceWith(next.form);
    next.focus();
    return next.form;
  }

  const { form, focus } = build();
  const shown = () => {
    if (appearance !== 're-rendered') return focus();
    const anew = rebuild(form);
    anew.addEventListener('input', () => rebuild(anew), { once: true });
  };
  return { nodes: [identity(), h('h1', { id: 'idDiv_SAOTCC_Title' }, str.codeTitle), form], shown };
}

/**
 * Puts the field in after a while, or when a scenario says so.
 *
 * @param {HTMLElement} place
 * @param {{ element: HTMLElement, focus: () => void }} field
 */
function comeLate(place, field) {
  page.showCode = () => {
    if (field.element.isConnected) return;
    place.append(field.element);
    field.focus();
  };
  setTimeout(page.showCode, config.lateMs);
}
