import { own } from './own-nodes.js';

/**
 * Makes an element. Keys of `properties` that start with `on` are event handlers, others attributes;
 * `true` is an attribute without a value, `false` and `undefined` leave it out.
 *
 * @param {string} name
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return own(element);
}

/**
 * The same for a field, whose value the caller wants to read.
 *
 * @param {Record<string, string | number | boolean | undefined>} properties
 */
export function input(properties) {
  return /** @type {HTMLInputElement} */ (h('input', properties));
}
