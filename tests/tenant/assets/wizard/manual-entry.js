import { h } from '../dom.js';
import { LINK_CLASS, mark } from './marks.js';

/**
 * "Can't scan the QR code?": a toggle, and a table that it shows.
 *
 * @param {import('./steps.js').SetUp} setUp
 * @param {import('./marks.js').Settings['texts']} texts
 */
export function manualEntry(setUp, texts) {
  const rows = values(setUp, texts).map(([label = '', testId = '', value = '']) =>
    h('tr', mark(testId), h('th', { scope: 'row' }, label), h('td', {}, value)),
  );
  const table = h('table', { class: 'manual' }, h('tbody', {}, ...rows));
  const details = h('div', { hidden: true }, h('p', {}, texts.enterThis), table);
  const toggle = h(
    'button',
    {
      type: 'button',
      class: LINK_CLASS,
      'aria-expanded': 'false',
      ...mark('activation-qr-show/hide-info-button'),
      onclick: () => {
        const hidden = details.toggleAttribute('hidden');
        toggle.setAttribute('aria-expanded', String(!hidden));
      },
    },
    texts.cannotScan,
  );
  return [toggle, details];
}

/**
 * Label, test id and value of each row.
 *
 * @param {import('./steps.js').SetUp} setUp
 * @param {import('./marks.js').Settings['texts']} texts
 */
function values(setUp, texts) {
  return setUp.kind === 'totp'
    ? [
        [texts.accountName, 'activation-account-name', setUp.accountName],
        [texts.secretKey, 'activation-url/key', setUp.secretKey],
      ]
    : [
        [texts.code, 'activation-code', setUp.code],
        [texts.url, 'activation-url/key', setUp.url],
      ];
}
