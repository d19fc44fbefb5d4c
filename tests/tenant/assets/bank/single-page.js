import { h, input } from '../dom.js';
import { codeConfig } from './config.js';
import { labelled, part, refusal, send, usualField } from './parts.js';

/**
 * Password and code in one document: each step is an entry of the browser's history, and nothing is
 * loaded between them.
 */
export function singlePage() {
  const { texts } = codeConfig();

  /** @param {string} step */
  function go(step) {
    const url = new URL(location.href);
    url.searchParams.set('step', step);
    history.pushState({}, '', url);
    show();
  }

  /**
   * @param {HTMLElement[]} fields
   * @param {HTMLElement[]} buttons
   * @param {() => void} onSubmit
   */
  function form(fields, buttons, onSubmit) {
    const made = h('form', { id: 'form' }, ...fields, h('div', { class: 'actions' }, ...buttons));
    made.addEventListener('submit', (event) => {
      event.preventDefault();
      onSubmit();
    });
    return made;
  }

  function passwordStep() {
    const password = input({ id: 'password', type: 'password', autocomplete: 'current-password' });
    const next = h('button', { id: 'next', type: 'submit' }, 'Next');
    const label = h('label', { for: 'password' }, 'Password');
    return form([label, password], [next], () => go('code'));
  }

  /** @param {boolean} refused */
  function codeStep(refused) {
    const field = usualField();
    const back = { id: 'back', type: 'button', class: 'secondary', onclick: () => history.back() };
    return form(
      [h('p', { id: 'lead' }, texts.lead), ...labelled(field), ...(refused ? [refusal()] : [])],
      [h('button', back, 'Back'), h('button', { id: 'verify', type: 'submit' }, texts.verify)],
      async () => {
        if (await send(field.value)) go('done');
        else root.replaceChildren(codeStep(true));
      },
    );
  }

  const root = part('root');

  function show() {
    const step = new URL(location.href).searchParams.get('step');
    const address = part('account').textContent ?? '';
    if (step === 'done') root.replaceChildren(h('p', { id: 'signed-in' }, address));
    else root.replaceChildren(step === 'code' ? codeStep(false) : passwordStep());
  }

  addEventListener('popstate', show);
  show();
}
