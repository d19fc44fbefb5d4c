import { ask } from '../api.js';
import { control } from '../controlled-input.js';
import { h, input } from '../dom.js';
import { mark } from './marks.js';

/**
 * The captcha that comes after several wrong codes: a picture, and a field that is for no code.
 *
 * @param {import('./marks.js').Settings} settings
 * @param {() => void} onSolved
 */
export function captchaStep({ texts, captchaPicture }, onSolved) {
  let answer = '';
  const error = h('div', { 'aria-live': 'assertive' });

  function field() {
    const made = input({
      type: 'text',
      class: 'ms-TextField-field',
      autocomplete: 'off',
      maxlength: 10,
      placeholder: texts.captchaLabel,
      'aria-label': texts.captchaLabel,
      ...mark('captcha-input'),
    });
    made.value = answer;
    control(made, (value) => {
      answer = value;
    });
    return made;
  }

  return {
    body: () => [
      h('p', {}, texts.captchaText),
      h('img', { src: captchaPicture, alt: texts.captchaPicture, ...mark('captcha-image') }),
      h('div', { class: 'ms-TextField' }, field()),
      error,
    ],
    solve: async () => {
      const { solved } = await ask('captcha', { answer });
      if (solved) return onSolved();
      error.replaceChildren(h('p', { class: 'error', role: 'alert' }, texts.captchaWrong));
    },
  };
}
