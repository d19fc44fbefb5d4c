/**
 * @typedef {object} Config
 * @property {string} [act]
 * @property {number} lateMs
 * @property {Record<'title' | 'lead' | 'label' | 'verify' | 'refused', string>} texts
 * @property {string} api where a script sends the code in place of the form
 */

/** Missing on the pages that are not for the code. */
export const config = /** @type {{ $Config?: Config }} */ (/** @type {unknown} */ (window)).$Config;

/** @returns {Config} */
export function codeConfig() {
  if (!config) throw new Error('This page has no code');
  return config;
}
