import { h } from '../dom.js';
import { StepView } from './step-view.js';

/** Steps in a modal dialog over the page: a layer of its own at the body's end, as Fluent makes it. */
export class StepDialog {
  #onClose;
  #view;
  #layer;

  /** @param {import('./step-view.js').Labels} labels @param {() => void} onClose */
  constructor(labels, onClose) {
    this.#onClose = onClose;
    this.#view = new StepView(labels, () => this.close());
    this.#layer = h(
      'div',
      { class: 'ms-Layer ms-Layer--fixed' },
      h(
        'div',
        {
          class: 'ms-Dialog-main',
          role: 'dialog',
          'aria-modal': 'true',
          'aria-labelledby': this.#view.titleId,
        },
        this.#view.element,
      ),
    );
    this.#layer.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    document.body.append(this.#layer);
  }

  /** @param {import('./step-view.js').Step} step */
  show(step) {
    this.#view.show(step);
  }

  close() {
    this.#layer.remove();
    this.#onClose();
  }
}
