import { h, input } from './dom.js';

/**
 * "More information required", in the middle of signing in: on to the registration, or past it.
 *
 * @typedef {object} Config
 * @property {string} sPOST_Username
 * @property {string} urlPost
 * @property {string} urlSkipMfaRegistration
 * @property {string} urlCancel
 * @property {Record<'moreTitle' | 'moreText' | 'otherAccount' | 'learnMore' | 'skip' | 'next', string>} str
 */

const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;
const { str, sPOST_Username: address } = config;

function build() {
  document
    .getElementById('lightbox')
    ?.replaceChildren(
      h('div', { id: 'displayName', class: 'identity', title: address }, address),
      h('h1', { id: 'ProofUpRedirect_Title', role: 'heading' }, str.moreTitle),
      h('p', { id: 'ProofUpRedirect_Description' }, str.moreText),
      h('p', {}, h('a', { id: 'cancelLink', href: config.urlCancel }, str.otherAccount)),
      h('p', {}, h('a', { id: 'moreInfoUrl', href: '#' }, str.learnMore)),
      h(
        'form',
        { method: 'post', action: config.urlPost },
        h(
          'p',
          {},
          h('a', { id: 'skipMfaRegistrationLink', href: config.urlSkipMfaRegistration }, str.skip),
        ),
        h(
          'div',
          { class: 'actions' },
          input({ id: 'idSubmit_ProofUp_Redirect', type: 'submit', value: str.next }),
        ),
      ),
    );
}

// In two tasks, as on the code page: the body is shown only after it was built.
setTimeout(() => {
  build();
  setTimeout(() => document.body.removeAttribute('hidden'));
});
