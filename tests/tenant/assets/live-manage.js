import { h } from './dom.js';

/**
 * @typedef {{ methods: 'offered' | 'missing', urlAddApp: string, str: Record<'chooseTitle' | 'useApp' | 'emailCode' | 'textCode' | 'cancel', string> }} Config
 */

const { methods, urlAddApp, str } = /** @type {{ $Config: Config }} */ (
  /** @type {unknown} */ (window)
).$Config;

/** @param {string} text @param {() => void} [choose] missing where the pretend tenant has no such way */
function way(text, choose) {
  const button = h(
    'button',
    { type: 'button', class: 'tile', disabled: !choose, ...(choose && { onclick: choose }) },
    text,
  );
  return h('li', {}, button);
}

function openChoice() {
  const app = way(str.useApp, () => location.assign(urlAddApp));
  const ways = [...(methods === 'offered' ? [app] : []), way(str.emailCode), way(str.textCode)];
  const title = h('h2', { id: 'AddProofTitle' }, str.chooseTitle);
  const dialog = h('div', {
    class: 'ui-dialog',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'AddProofTitle',
  });
  const cancel = h(
    'button',
    { type: 'button', class: 'secondary', onclick: () => dialog.remove() },
    str.cancel,
  );
  document.body.append(dialog);
  // The choice comes a moment after its frame.
  setTimeout(() =>
    dialog.append(
      h('div', {}, title, h('ul', {}, ...ways), h('div', { class: 'actions' }, cancel)),
    ),
  );
}

// A module: until it has run, a click on the link does nothing, as on the real page.
document.getElementById('AddProofLink')?.addEventListener('click', (event) => {
  event.preventDefault();
  openChoice();
});
