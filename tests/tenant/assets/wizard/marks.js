import { ask } from '../api.js';

/**
 * What the server says about the wizard, once for every time it is opened.
 *
 * @typedef {object} Settings
 * @property {boolean} testIds
 * @property {'allowed' | 'forbidden'} otherApps
 * @property {'get-app' | 'qr' | 'both'} differentAppAt
 * @property {'new' | 'old'} differentAppText
 * @property {'offered' | 'missing'} methods
 * @property {string} captchaPicture
 * @property {string} returnTo
 * @property {import('../../texts/en.ts').Texts['securityInfo']} page
 * @property {import('../../texts/en.ts').Texts['wizard']} texts
 */

let marked = true;
let made = 0;

/** @returns {Promise<Settings>} */
export async function askForSettings() {
  const settings = await ask('settings');
  marked = settings.testIds;
  return settings;
}

/**
 * The `data-testid` of an element, where the pages have any.
 *
 * @param {string} id
 */
export function mark(id) {
  return marked ? { 'data-testid': id } : {};
}

/**
 * An id that says nothing and is another one each time, as React's `useId` and Fluent make them.
 */
export function newId() {
  made += 1;
  return `id__${made}-${Math.random().toString(36).slice(2, 7)}`;
}

/** The class of a link: Fluent's own, and one whose number changes with every build of the page. */
export const LINK_CLASS = `ms-Link root-${100 + Math.floor(Math.random() * 400)}`;
