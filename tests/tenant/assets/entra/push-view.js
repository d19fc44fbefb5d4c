import { h } from '../dom.js';
import { config } from './config.js';
import { anotherWay, cancelLink, hiddenFields, identity } from './parts.js';

const { str } = config;

/**
 * Waits for the phone, which never answers here: with a number to type into it, without one, or for a call.
 *
 * @param {import('./config.js').Method} method
 * @param {(event: Event) => void} onPick
 */
export function pushView(method, onPick) {
  const call = method === 'TwoWayVoiceMobile';
  const number = call ? '' : config.sDisplaySign;
  const approve = number ? str.pushNumber : str.pushText;
  const sign = h('div', { id: 'idRichContext_DisplaySign', class: 'display-sign' }, number);
  const form = h(
    'form',
    { method: 'post', action: config.urlPost },
    ...hiddenFields(method),
    h('p', { id: 'idDiv_SAOTCAS_Description' }, call ? str.voiceText : approve),
    ...(number ? [sign] : []),
    ...anotherWay(onPick),
    h('div', { class: 'actions' }, cancelLink()),
  );
  const title = h('h1', { id: 'idDiv_SAOTCAS_Title' }, call ? str.pickerTitle : str.pushTitle);
  return { nodes: [identity(), title, form], shown: () => {} };
}
