import { ask } from '../api.js';
import { control } from '../controlled-input.js';
import { h, input } from '../dom.js';
import { mark } from './marks.js';

/**
 * "Enter code": the field, and what the server says of the code.
 *
 * @param {string} id of the app that is being set up
 * @param {import('./marks.js').Settings['texts']} texts
 * @param {{ accepted: () => void, captcha: () => void }} on
 */
export function codeStep(id, texts, on) {
  const complaints = /** @type {Record<string, string>} */ ({
    empty: texts.codeMissing,
    wrong: texts.codeWrong,
    used: texts.codeUsed,
  });
  // The value belongs to the step, not to the field: a field that is mounted anew shows it again.
  let code = '';
  const error = h('div', { 'aria-live': 'assertive' });

  /** @param {string} verdict */
  function complain(verdict) {
    const marks =
      verdict === 'error' ? mark('message-bar-error') : mark('verification-entercode-error');
    const text = complaints[verdict] ?? texts.codeError;
    error.replaceChildren(h('p', { class: 'error', role: 'alert', ...marks }, text));
  }

  function field() {
    const made = input({
      type: 'text',
      class: 'ms-TextField-field',
      autocomplete: 'off',
      placeholder: texts.enterLabel,
      'aria-label': texts.enterLabel,
      ...mark('verification-entercode-input'),
    });
    made.value = code;
    control(made, (value) => {
      code = value;
    });
    return made;
  }

  return {
    body: () => [h('p', {}, texts.enterText), h('div', { class: 'ms-TextField' }, field()), error],
    verify: async () => {
      error.replaceChildren();
      const { verdict } = code ? await ask('verify', { id, code }) : { verdict: 'empty' };
      if (verdict === 'accepted') on.accepted();
      else if (verdict === 'captcha') on.captcha();
      else complain(verdict);
    },
  };
}
