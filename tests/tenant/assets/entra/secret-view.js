import { h, input } from '../dom.js';
import { config } from './config.js';
import { anotherWay, cancelLink, errorPlace, hiddenFields, identity } from './parts.js';

const { str } = config;

/** Fields of the same host for what no authenticator makes. */
const SECRETS = {
  AccessPass: {
    title: str.passTitle,
    text: str.passText,
    field: {
      id: 'i0118acp',
      name: 'accesspass',
      type: 'password',
      autocomplete: 'off',
      placeholder: str.passLabel,
      'aria-label': str.passLabel,
    },
  },
  Recovery: {
    title: str.recoveryTitle,
    text: str.recoveryText,
    field: {
      id: 'idTxtBx_RecoveryCode',
      name: 'recoverycode',
      type: 'text',
      autocomplete: 'off',
      placeholder: str.recoveryLabel,
      'aria-label': str.recoveryLabel,
    },
  },
};

/**
 * @param {keyof typeof SECRETS} method
 * @param {string} error
 * @param {(event: Event) => void} onPick
 */
export function secretView(method, error, onPick) {
  const { title, text, field } = SECRETS[method];
  const errors = errorPlace();
  errors.complain(error);
  const secret = input(field);
  const form = h(
    'form',
    { method: 'post', action: config.urlPost },
    ...hiddenFields(method),
    h('p', {}, text),
    errors.place,
    secret,
    ...anotherWay(onPick),
    h(
      'div',
      { class: 'actions' },
      cancelLink(),
      input({ id: 'idSIButton9', type: 'submit', value: str.verify }),
    ),
  );
  return { nodes: [identity(), h('h1', {}, title), form], shown: () => secret.focus() };
}
