import { control } from './controlled-input.js';
import { h, input } from './dom.js';

/**
 * The views of `login.live.com`, one a page.
 *
 * @typedef {object} Config
 * @property {'userName' | 'password' | 'code' | 'staySignedIn'} view
 * @property {string} address
 * @property {string} urlPost
 * @property {string} urlBack
 * @property {string} error
 * @property {string} back
 * @property {string} digitsMissing
 * @property {Record<'signInTitle' | 'userName' | 'passwordTitle' | 'passwordLabel' | 'codeTitle' | 'codeText' | 'code' | 'stayTitle' | 'yes' | 'no' | 'next', string>} str
 */

const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;
const { str, view, address } = config;

const error = h('div', { 'aria-live': 'assertive' });

/** @param {string} text */
function complain(text) {
  const message = h('div', { role: 'alert', class: 'error', 'data-testid': 'error' }, text);
  error.replaceChildren(...(text ? [message] : []));
}

/** What the fields hold as far as the page was told: this is what is sent. @type {Map<HTMLInputElement, string>} */
const held = new Map();

/** @param {Record<string, string | number | boolean | undefined>} properties */
function controlled(properties) {
  const field = input(properties);
  held.set(field, '');
  control(field, (value) => held.set(field, value));
  return field;
}

function identityBanner() {
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
function form(name, fields, buttons, complaint = () => '') {
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
function primary(id, text) {
  return h('button', { type: 'submit', ...(id && { id }), 'data-testid': 'primaryButton' }, text);
}

/** @param {string} text @param {string} [id] */
const title = (text, id = 'view-title') =>
  h('h1', { role: 'heading', id, 'data-testid': 'title' }, text);

/** @type {Record<Config['view'], () => Node[]>} */
const VIEWS = {
  userName: () => [
    title(str.signInTitle),
    form(
      'UsernameForm',
      [
        controlled({
          type: 'email',
          id: 'usernameEntry',
          name: 'loginfmt',
          autocomplete: 'username',
          placeholder: str.userName,
          'aria-label': str.userName,
        }),
      ],
      [primary('', str.next)],
    ),
  ],

  password: () => [
    identityBanner(),
    title(str.passwordTitle),
    form(
      'PasswordForm',
      [
        controlled({
          type: 'password',
          id: 'passwordEntry',
          name: 'passwd',
          'data-testid': 'passwordEntry',
          autocomplete: 'current-password',
          placeholder: str.passwordLabel,
          'aria-label': str.passwordLabel,
        }),
      ],
      [primary('', str.next)],
    ),
  ],

  code: () => {
    const field = controlled({
      type: 'text',
      id: 'otc-confirmation-input',
      name: 'otc',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 8,
      placeholder: str.code,
      'aria-label': str.code,
      'aria-describedby': 'view-description',
    });
    return [
      identityBanner(),
      title(str.codeTitle),
      h('p', { id: 'view-description', 'data-testid': 'description' }, str.codeText),
      form('OneTimeCodeViewForm', [field], [primary('oneTimeCodePrimaryButton', str.next)], () =>
        /^\d{6}$/.test(held.get(field) ?? '') ? '' : config.digitsMissing,
      ),
    ];
  },

  staySignedIn: () => [
    identityBanner(),
    title(str.stayTitle, 'kmsiTitle'),
    form(
      'KmsiInterruptForm',
      [h('div', { 'data-testid': 'kmsiVideo' })],
      [
        h(
          'button',
          {
            type: 'submit',
            class: 'secondary',
            name: 'no',
            value: '1',
            'data-testid': 'secondaryButton',
          },
          str.no,
        ),
        h(
          'button',
          { type: 'submit', name: 'yes', value: '1', 'data-testid': 'primaryButton' },
          str.yes,
        ),
      ],
    ),
  ],
};

function render() {
  held.clear();
  document.getElementById('root')?.replaceChildren(...VIEWS[view]());
  complain(config.error);
  for (const field of held.keys()) field.focus();
}

// As on the real page, the view is built when its script has come, and mounted again right after.
setTimeout(() => {
  render();
  setTimeout(render);
});
