import { h } from '../dom.js';
import { mark, newId } from './marks.js';

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => (Node | string)[]} body makes its elements anew each time it is called
 * @property {() => unknown} [back]
 * @property {{ label: string, go: () => unknown }} [next]
 * @property {boolean} [last] nothing is left to cancel
 * @property {boolean} [busy] waits for the server: no way on yet
 *
 * @typedef {{ cancel: string, back: string }} Labels
 */

/**
 * One step after the other in the same place, drawn as React does it: title and buttons are the same
 * elements throughout and change what they say and do; the body comes in a later task than the
 * title, and is mounted a second time right after the first.
 */
export class StepView {
  #titleId = newId();
  #title = h('h2', { id: this.#titleId, ...mark('reskin-step-title') });
  #body = h('div', { class: 'step' });
  #cancel = this.#button('reskin-step-cancel-button', 'link');
  #back = this.#button('reskin-step-back-button', 'secondary');
  #next = this.#button('reskin-step-next-button', 'primary');
  #actions = h('div', { class: 'actions' });
  /** @type {Map<HTMLElement, () => unknown>} */
  #acts = new Map();
  /** Rises with every step, so that what is late belongs to the step that is on show. */
  #shown = 0;

  /** @param {Labels} labels @param {() => void} onCancel */
  constructor(labels, onCancel) {
    this.#label(this.#cancel, labels.cancel);
    this.#label(this.#back, labels.back);
    this.#acts.set(this.#cancel, onCancel);
    this.element = h('form', { novalidate: true }, this.#title, this.#body, this.#actions);
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  get titleId() {
    return this.#titleId;
  }

  /** @param {Step} step */
  show({ title, body, back, next, last, busy }) {
    this.#shown += 1;
    const shown = this.#shown;
    if (this.#title.textContent !== title) this.#title.textContent = title;
    if (back) this.#acts.set(this.#back, back);
    if (next) this.#acts.set(this.#next, next.go);
    if (next) this.#label(this.#next, next.label);
    this.#next.toggleAttribute('disabled', busy === true);
    this.#actions.replaceChildren(
      ...[!last && this.#cancel, back && this.#back, (next || busy) && this.#next].filter(
        (each) => each instanceof Node,
      ),
    );
    this.#body.replaceChildren();
    setTimeout(() => {
      if (shown !== this.#shown) return;
      this.#body.replaceChildren(...body());
      setTimeout(() => {
        if (shown !== this.#shown) return;
        this.#body.replaceChildren(...body());
        (this.#body.querySelector('input') ?? this.#next).focus();
      });
    });
  }

  /** @param {HTMLElement} button @param {string} text */
  #label(button, text) {
    const label = button.querySelector('.ms-Button-label');
    if (label && label.textContent !== text) label.textContent = text;
  }

  /**
   * A button that waits for what it started before it can be pressed again.
   *
   * @param {string} testId
   * @param {'link' | 'primary' | 'secondary'} look
   */
  #button(testId, look) {
    const button = h(
      'button',
      {
        type: look === 'primary' ? 'submit' : 'button',
        class: `ms-Button ms-Button--${look === 'primary' ? 'primary' : 'default'} ${look}`,
        ...mark(testId),
      },
      h('span', { class: 'ms-Button-label', id: newId() }),
    );
    button.addEventListener('click', async (event) => {
      event.preventDefault();
      const before = this.#shown;
      button.setAttribute('disabled', '');
      try {
        await this.#acts.get(button)?.();
      } finally {
        // Another step says itself whether its buttons can be pressed.
        if (button !== this.#next || before === this.#shown) button.removeAttribute('disabled');
      }
    });
    return button;
  }
}
