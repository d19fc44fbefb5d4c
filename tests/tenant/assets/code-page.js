import './watch.js';
import { h } from './dom.js';
import { codeView } from './entra/code-view.js';
import { config } from './entra/config.js';
import { identity } from './entra/parts.js';
import { pushView } from './entra/push-view.js';
import { secretView } from './entra/secret-view.js';

/**
 * The page for the second factor, whichever it is.
 *
 * @typedef {{ nodes: HTMLElement[], shown: () => void }} View
 * @typedef {import('./entra/config.js').Method} Method
 */

const { str } = config;

/** @type {Record<Method, { tile: string, view: (method: Method, error: string) => View }>} */
const METHODS = {
  PhoneAppOTP: {
    tile: str.appTile,
    view: (method, error) => codeView(method, str.codeText, error, pick),
  },
  OneWaySMS: {
    tile: str.smsTile,
    view: (method, error) => codeView(method, str.smsText, error, pick),
  },
  PhoneAppNotification: { tile: str.pushTile, view: (method) => pushView(method, pick) },
  TwoWayVoiceMobile: { tile: str.voiceTile, view: (method) => pushView(method, pick) },
  AccessPass: { tile: str.passTile, view: (_, error) => secretView('AccessPass', error, pick) },
  Recovery: { tile: str.recoveryTile, view: (_, error) => secretView('Recovery', error, pick) },
};

/** @type {Method[]} */
const PUSHES = ['PhoneAppNotification', 'TwoWayVoiceMobile'];

/** @returns {View} */
function pickerView() {
  const tiles = config.arrUserProofs.map(({ authMethodId }) => {
    const { tile, view } = METHODS[authMethodId];
    /** @param {Event} event */
    const choose = (event) => {
      event.preventDefault();
      show(view(authMethodId, ''));
    };
    return h(
      'div',
      {
        class: 'table',
        role: 'button',
        tabindex: 0,
        'data-value': authMethodId,
        onclick: choose,
        onkeydown: (event) => {
          if (['Enter', ' '].includes(/** @type {KeyboardEvent} */ (event).key)) choose(event);
        },
      },
      tile,
    );
  });
  return {
    nodes: [
      identity(),
      h('h1', { id: 'idDiv_SAOTCS_Title' }, str.pickerTitle),
      h('div', { id: 'idDiv_SAOTCS_Proofs' }, ...tiles),
    ],
    shown: () => {},
  };
}

/** @param {Event} event */
function pick(event) {
  event.preventDefault();
  show(pickerView());
}

const lightbox = document.getElementById('lightbox');

/** @param {View} view */
function show({ nodes, shown }) {
  lightbox?.replaceChildren(...nodes);
  shown();
}

// Built in one task and shown in another, as the real page does: who looks only once, at load, finds
// no field, and who looks only at what is added finds a field that nobody sees yet.
setTimeout(() => {
  const usual = config.arrUserProofs.find(({ isDefault }) => isDefault);
  const asked = usual?.authMethodId ?? 'PhoneAppOTP';
  // A wrong code was typed where there is a field for it.
  const method = config.sErrTxt && PUSHES.includes(asked) ? 'PhoneAppOTP' : asked;
  const { nodes, shown } = METHODS[method].view(method, config.sErrTxt);
  lightbox?.replaceChildren(...nodes);
  setTimeout(() => {
    document.body.removeAttribute('hidden');
    shown();
  });
});
