import { control } from '../controlled-input.js';
import { h, input } from '../dom.js';

/**
 * What the views of `login.live.com` are made of.
 *
 * @typedef {object} Config
 * @property {'userName' | 'password' | 'code' | 'staySignedIn'} view
 * @property {'one' | 'split' | 'sent' | 'push'} codeField
 * @property {string} displaySign the number of a push approval
 * @property {string} address
 * @property {string} urlPost
 * @property {string} urlBack
 * @property {string} error
 * @property {string} back
 * @property {string} digitsMissing
 * @property {Record<'signInTitle' | 'userName' | 'passwordTitle' | 'passwordLabel' | 'codeTitle' | 'codeText' | 'code' | 'sentTitle' | 'sentText' | 'resend' | 'pushTitle' | 'pushText' | 'otherWays' | 'chooseWay' | 'pushWay' | 'app' | 'digit' | 'stayTitle' | 'yes' | 'no' | 'next', string>} str
 */

export const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;
const { view, address } = config;

const error = h('div', { 'aria-live': 'assertive' });

/** @param {string} text */
export function complain(text) {
  const message = h('div', { role: 'alert', class: 'error', 'data-testid': 'error' }, text);
  error.replaceChildren(...(text ? [message] : []));
}

/** What the fields hold as far as the page was told: this is what is sent. @type {Map<HTMLInputElement, string>} */
export const held = new Map();

/** @param {Record<string, string | number | boolean | undefined>} properties */
export function controlled(properties) {
  const field = input(properties);
  held.set(field, '');
  control(field, (value) => held.set(field, value));
  return field;
}

export function identityBanner() {
  const back = { id: 'back-button', type: 'button', class: 'link', 'aria-label': config.back };
  return h(
    'div',
    { class: 'identity' },
    h('button', { ...back, onclick: () => location.assign(config.urlBack) }, '←'),
    h('span', { 'data-testid': 'identityBanner', title: address }, address),
  );
}

/**
 * @param {string} name
 * @param {(Node | string)[]} fields
 * @param {(Node | string)[]} buttons
 * @param {() => string} [complaint] what keeps the form from being sent
 */
export function form(name, fields, buttons, complaint = () => '') {
  const made = h(
    'form',
    { name, method: 'post', action: config.urlPost, novalidate: true },
    input({ type: 'hidden', name: 'step', value: view }),
    ...fields,
    error,
    h('div', { class: 'actions' }, ...buttons),
  );
  made.addEventListener('submit', (event) => {
    for (const [field, value] of held) field.value = value;
    complain(complaint());
    if (complaint()) event.preventDefault();
  });
  return made;
}

/** @param {string} id @param {string} text */
export function primary(id, text) {
  return h('button', { type: 'submit', ...(id && { id }), 'data-testid': 'primaryButton' }, text);
}

/** @param {string} text @param {string} [id] */
export const title = (text, id = 'view-title') =>
  h('h1', { role: 'heading', id, 'data-testid': 'title' }, text);
