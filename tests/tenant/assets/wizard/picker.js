import { h } from '../dom.js';
import { mark } from './marks.js';

/**
 * "Add a sign-in method": the methods to choose from, of which only the authenticator can be chosen.
 *
 * @param {import('./marks.js').Settings} settings
 * @param {() => void} choose
 */
export function methodTiles({ methods, texts }, choose) {
  const authenticator = tile(
    'authenticatorApp',
    texts.authenticator,
    texts.authenticatorText,
    choose,
  );
  return [
    ...(methods === 'offered' ? [authenticator] : []),
    tile('phone', texts.phone, texts.phoneText),
    tile('email', texts.email, texts.emailText),
  ];
}

/**
 * @param {string} method
 * @param {string} name
 * @param {string} detail
 * @param {() => void} [choose] missing where the pretend tenant has no such method
 */
function tile(method, name, detail, choose) {
  return h(
    'button',
    {
      type: 'button',
      class: 'tile',
      ...mark(`authmethod-picker-${method}`),
      disabled: !choose,
      ...(choose && { onclick: choose }),
    },
    h('b', {}, name),
    h('span', {}, detail),
  );
}
