import { h, input } from '../dom.js';
import { codeConfig } from './config.js';

/** The field as the server draws it where no script has to. */
export function usualField() {
  return input({
    id: 'code',
    name: 'code',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 6,
  });
}

/** Made on demand: label and field of the usual page. @param {HTMLElement} field */
export function labelled(field) {
  return [h('label', { for: 'code' }, codeConfig().texts.label), field];
}

/** @param {string} id @returns {HTMLElement} */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/** @returns {HTMLInputElement} */
export const codeInput = () => /** @type {HTMLInputElement} */ (part('code'));

/** What the form sends unseen. @returns {HTMLInputElement} */
export function sentCode() {
  const sent = /** @type {HTMLInputElement | null} */ (document.querySelector('[name="code"]'));
  if (!sent) throw new Error('The form sends no code');
  return sent;
}

/** Runs now for a scenario (`window.showCode()`), or by itself after a while. @param {() => void} show */
export function later(show) {
  let shown = false;
  const page = /** @type {{ showCode: () => void }} */ (/** @type {unknown} */ (window));
  page.showCode = () => {
    if (!shown) show();
    shown = true;
  };
  setTimeout(page.showCode, codeConfig().lateMs);
}

/** @returns {HTMLElement} */
export function refusal() {
  return h('p', { id: 'refused', class: 'error', role: 'alert' }, codeConfig().texts.refused);
}

/** Sends the code without the form. @param {string} code @returns {Promise<boolean>} whether it was right */
export async function send(code) {
  const request = { method: 'POST', body: new URLSearchParams({ code }) };
  const response = await fetch(codeConfig().api, request);
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return (await response.json()).verdict === 'accepted';
}
