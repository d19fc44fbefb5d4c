/** @param {string} id @returns {HTMLInputElement} */
export const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** @param {string} id @param {string} text nothing hides the place */
export function say(id, text) {
  const place = document.getElementById(id);
  if (!place) return;
  place.textContent = text;
  place.toggleAttribute('hidden', !text);
}

/**
 * Asks the account's server. Who is no longer signed in is sent there by loading the page again.
 *
 * @param {string} method
 * @param {Record<string, string>} form
 */
export async function send(method, form) {
  const request = { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(`/API/${method}`, request);
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${method}`);
  return response.json();
}
