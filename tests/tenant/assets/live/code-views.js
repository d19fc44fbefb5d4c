import { h, input } from '../dom.js';
import { config, controlled, form, held, identityBanner, primary, title } from './view-parts.js';

const { str } = config;
const DIGITS = 6;

/** Builds a view and puts it in the place of the present one. @param {() => Node[]} build */
export function show(build) {
  held.clear();
  document.getElementById('root')?.replaceChildren(...build());
  for (const field of document.querySelectorAll('#root input')) {
    const { type } = /** @type {HTMLInputElement} */ (field);
    if (type !== 'hidden') return /** @type {HTMLInputElement} */ (field).focus();
  }
}

/** @param {string} text */
const description = (text) =>
  h('p', { id: 'view-description', 'data-testid': 'description' }, text);

/** @param {string} code */
const complaintOf = (code) => (/^\d{6}$/.test(code) ? '' : config.digitsMissing);

function oneField() {
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
    description(str.codeText),
    form('OneTimeCodeViewForm', [field], [primary('oneTimeCodePrimaryButton', str.next)], () =>
      complaintOf(held.get(field) ?? ''),
    ),
  ];
}

/** Six boxes; a paste on any goes into all. What is sent stands in a hidden field. */
function splitField() {
  const boxes = Array.from({ length: DIGITS }, (_, position) =>
    controlled({
      type: 'text',
      id: `codeEntry-${position}`,
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 1,
      'aria-label': str.digit.replace('{position}', String(position + 1)),
    }),
  );
  const sent = input({ type: 'hidden', name: 'otc' });
  const code = () => boxes.map((box) => held.get(box) ?? '').join('');
  boxes.forEach((box, index) => {
    box.addEventListener('input', () => {
      sent.value = code();
      if (held.get(box)) boxes[index + 1]?.focus();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      const digits = event.clipboardData?.getData('text').replaceAll(/\D/g, '') ?? '';
      boxes.forEach((each, position) => {
        each.value = digits[position] ?? '';
        held.set(each, each.value);
      });
      sent.value = code();
    });
  });
  const group = h('div', { class: 'boxes', role: 'group', 'aria-label': str.code }, ...boxes);
  return [
    identityBanner(),
    title(str.codeTitle),
    description(str.codeText),
    form(
      'OneTimeCodeViewForm',
      [group, sent],
      [primary('oneTimeCodePrimaryButton', str.next)],
      () => complaintOf(code()),
    ),
  ];
}

/** For a code that came by e-mail: none is ever sent here, so none is right. */
function sentField() {
  const field = controlled({
    type: 'tel',
    id: 'idTxtBx_OTC_Password',
    name: 'otc',
    autocomplete: 'off',
    maxlength: 10,
    placeholder: str.code,
    'aria-label': str.code,
    'aria-describedby': 'view-description',
  });
  return [
    identityBanner(),
    title(str.sentTitle),
    description(str.sentText),
    form(
      'OneTimeCodeViewForm',
      [input({ type: 'hidden', name: 'ProofType', value: 'Email' }), field],
      [
        h('button', { id: 'resend', type: 'button', class: 'link' }, str.resend),
        primary('oneTimeCodePrimaryButton', str.next),
      ],
    ),
  ];
}

/** Waits for the phone, which never answers here. */
function pushView() {
  const ways = { id: 'otherWays', type: 'button', class: 'link', onclick: () => show(waysView) };
  return [
    identityBanner(),
    title(str.pushTitle),
    description(str.pushText),
    h('div', { class: 'display-sign', 'data-testid': 'displaySign' }, config.displaySign),
    h('p', {}, h('button', ways, str.otherWays)),
  ];
}

function waysView() {
  /** @param {string} value @param {string} text @param {() => Node[]} next */
  const tile = (value, text, next) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tile',
        'data-testid': 'tile',
        'data-value': value,
        onclick: () => show(next),
      },
      text,
    );
  return [
    identityBanner(),
    title(str.chooseWay),
    h(
      'div',
      { role: 'group', id: 'ways' },
      tile('PhoneAppNotification', str.pushWay, pushView),
      tile('PhoneAppOTP', str.app, oneField),
      tile('Email', str.sentTitle, sentField),
    ),
  ];
}

const CODE_VIEWS = { one: oneField, split: splitField, sent: sentField, push: pushView };

/** How the person is asked for the second factor, by the setting of the tenant. */
export function codeView() {
  // A wrong code was typed where there is a field for it.
  const asked = config.codeField === 'push' && config.error ? 'one' : config.codeField;
  return CODE_VIEWS[asked]();
}
