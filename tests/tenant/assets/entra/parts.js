import { h, input } from '../dom.js';
import { config } from './config.js';

const { str } = config;

export function identity() {
  const address = config.sPOST_Username;
  return h('div', { id: 'displayName', class: 'identity', title: address }, address);
}

/** What every form of these pages holds unseen. @param {import('./config.js').Method} method */
export function hiddenFields(method) {
  return [
    input({ type: 'hidden', name: 'step', value: 'code' }),
    input({ type: 'hidden', name: 'login', value: config.sPOST_Username }),
    input({ type: 'hidden', name: 'mfaAuthMethod', value: method }),
  ];
}

/** The link to the other methods, if there are any. @param {(event: Event) => void} onPick */
export function anotherWay(onPick) {
  if (config.arrUserProofs.length < 2) return [];
  const link = h('a', { id: 'signInAnotherWay', href: '#', onclick: onPick }, str.anotherWay);
  return [h('p', {}, link)];
}

export function cancelLink() {
  return h('a', { class: 'secondary', id: 'idBtn_Cancel', href: config.urlCancel }, str.cancel);
}

/** A place for what is wrong with the code. */
export function errorPlace() {
  const place = h('div');
  /** @param {string} text nothing empties it */
  const complain = (text) => {
    const message = h('p', { id: 'idSpan_SAOTCC_Error_OTC', class: 'error', role: 'alert' }, text);
    place.replaceChildren(...(text ? [message] : []));
  };
  return { place, complain };
}
