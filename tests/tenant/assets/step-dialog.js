import { h } from './dom.js';

/**
 * @typedef {object} DialogStep
 * @property {string} title
 * @property {(Node | string)[]} body
 * @property {() => unknown} [back]
 * @property {{ label: string, go: () => unknown }} [next]
 * @property {boolean} [last] nothing is left to cancel
 */

/** A dialog that shows one step after the other: title, body, and the buttons that lead on. */
export class StepDialog {
  #dialog = /** @type {HTMLDialogElement} */ (h('dialog', { 'aria-labelledby': 'step-title' }));

  /** @param {() => void} onClose */
  constructor(onClose) {
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove();
      onClose();
    });
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  /** @param {DialogStep} step */
  show({ title, body, back, next, last }) {
    const buttons = [
      !last && this.#button('Cancel', 'reskin-step-cancel-button', 'link', () => this.close()),
      back && this.#button('Back', 'reskin-step-back-button', 'secondary', back),
      next && this.#button(next.label, 'reskin-step-next-button', 'primary', next.go),
    ];
    this.#dialog.replaceChildren(
      h(
        'form',
        {},
        h('h2', { id: 'step-title', 'data-testid': 'reskin-step-title' }, title),
        h('div', { class: 'step' }, ...body),
        h('div', { class: 'actions' }, ...buttons.filter((each) => each instanceof Node)),
      ),
    );
    const first = this.#dialog.querySelector('input') ?? this.#dialog.querySelector('.primary');
    if (first instanceof HTMLElement) first.focus();
  }

  /**
   * A button that waits for what it started before it can be pressed again.
   *
   * @param {string} label
   * @param {string} testId
   * @param {'link' | 'primary' | 'secondary'} look
   * @param {() => unknown} act
   */
  #button(label, testId, look, act) {
    const type = look === 'primary' ? 'submit' : 'button';
    const button = h('button', { type, class: look, 'data-testid': testId }, label);
    button.addEventListener('click', async (event) => {
      event.preventDefault();
      button.setAttribute('disabled', '');
      try {
        await act();
      } finally {
        button.removeAttribute('disabled');
      }
    });
    return button;
  }
}
