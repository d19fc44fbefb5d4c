import { h, input } from './dom.js';

/**
 * @typedef {'PhoneAppOTP' | 'OneWaySMS'} Method
 * @typedef {object} Config
 * @property {string} sPOST_Username
 * @property {number} iTotpOtcLength
 * @property {{ authMethodId: Method, isDefault: boolean }[]} arrUserProofs
 * @property {string} urlPost
 * @property {string} urlCancel
 * @property {string} sErrTxt
 * @property {Record<'codeTitle' | 'codeText' | 'codeLabel' | 'codeMissing' | 'remember' | 'anotherWay' | 'verify' | 'cancel' | 'pickerTitle' | 'appTile' | 'smsTile' | 'smsText', string>} str
 */

const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;

const { str } = config;

const METHODS = {
  PhoneAppOTP: { tile: str.appTile, description: str.codeText },
  OneWaySMS: { tile: str.smsTile, description: str.smsText },
};

/** @param {Method} method @param {string} error */
function codeView(method, error) {
  // As with Knockout's binding, what is submitted is what the events told, not what the field holds.
  let code = '';
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
  for (const type of ['input', 'change']) {
    field.addEventListener(type, () => {
      code = field.value;
    });
  }

  const errorPlace = h('div');
  /** @param {string} text */
  const complain = (text) => {
    const message = h('p', { id: 'idSpan_SAOTCC_Error_OTC', class: 'error', role: 'alert' }, text);
    errorPlace.replaceChildren(...(text ? [message] : []));
  };
  complain(error);

  const anotherWay = h(
    'a',
    { id: 'signInAnotherWay', href: '#', onclick: (event) => show(event, pickerView()) },
    str.anotherWay,
  );
  const form = h(
    'form',
    {
      method: 'post',
      action: config.urlPost,
      onsubmit: (event) => {
        field.value = code;
        if (code.length === config.iTotpOtcLength) return;
        event.preventDefault();
        complain(str.codeMissing.replace('{digits}', String(config.iTotpOtcLength)));
        field.focus();
      },
    },
    input({ type: 'hidden', name: 'step', value: 'code' }),
    input({ type: 'hidden', name: 'login', value: config.sPOST_Username }),
    input({ type: 'hidden', name: 'mfaAuthMethod', value: method }),
    h('p', { id: 'idDiv_SAOTCC_Description' }, METHODS[method].description),
    errorPlace,
    field,
    h(
      'label',
      { class: 'check' },
      input({ id: 'idChkBx_SAOTCC_TD', name: 'rememberMFA', type: 'checkbox', value: 'true' }),
      str.remember,
    ),
    ...(config.arrUserProofs.length > 1 ? [h('p', {}, anotherWay)] : []),
    h(
      'div',
      { class: 'actions' },
      h('a', { class: 'secondary', id: 'idBtn_Cancel', href: config.urlCancel }, str.cancel),
      input({ id: 'idSubmit_SAOTCC_Continue', type: 'submit', value: str.verify }),
    ),
  );
  return [identity(), h('h1', { id: 'idDiv_SAOTCC_Title' }, str.codeTitle), form];
}

function pickerView() {
  const tiles = config.arrUserProofs.map(({ authMethodId }) => {
    /** @param {Event} event */
    const choose = (event) => show(event, codeView(authMethodId, ''));
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
      METHODS[authMethodId].tile,
    );
  });
  return [
    identity(),
    h('h1', { id: 'idDiv_SAOTCS_Title' }, str.pickerTitle),
    h('div', { id: 'idDiv_SAOTCS_Proofs' }, ...tiles),
  ];
}

function identity() {
  const address = config.sPOST_Username;
  return h('div', { id: 'displayName', class: 'identity', title: address }, address);
}

const lightbox = document.getElementById('lightbox');

/** @param {Event | undefined} event @param {HTMLElement[]} view */
function show(event, view) {
  event?.preventDefault();
  lightbox?.replaceChildren(...view);
  document.getElementById('idTxtBx_SAOTCC_OTC')?.focus();
}

// Built in one task and shown in another, as the real page does: who looks only once, at load, finds
// no field, and who looks only at what is added finds a field that nobody sees yet.
setTimeout(() => {
  const usual = config.arrUserProofs.find(({ isDefault }) => isDefault);
  show(undefined, codeView(usual?.authMethodId ?? 'PhoneAppOTP', config.sErrTxt));
  setTimeout(() => {
    document.body.removeAttribute('hidden');
    document.getElementById('idTxtBx_SAOTCC_OTC')?.focus();
  });
});
