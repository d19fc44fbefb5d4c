import { ask } from './api.js';
import { control } from './controlled-input.js';
import { h, input } from './dom.js';
import { qrCode } from './qr-code.js';
import { StepDialog } from './step-dialog.js';

/**
 * What the server set up: a secret for any app, or an activation of Microsoft's own.
 *
 * @typedef {{ drawAs: import('./qr-code.js').Drawing, qr: import('./qr-code.js').Qr }} Drawn
 * @typedef {Drawn & { kind: 'totp', id: string, accountName: string, secretKey: string }} TotpSetUp
 * @typedef {Drawn & { kind: 'push', code: string, url: string }} PushSetUp
 * @typedef {TotpSetUp | PushSetUp} SetUp
 */

const DIFFERENT_APP = 'Set up a different authenticator app';

/** What the page says of a code that the server refused. @type {Record<string, string>} */
const CODE_ERRORS = {
  empty: 'Enter the 6-digit code from your authenticator app.',
  wrong: 'That code is not correct. Check it and try again.',
  used: 'That code was used already. Wait for the next one, then try again.',
};

/**
 * "Add a sign-in method", from the choice of the method to the accepted code. The steps and their
 * titles are Microsoft's; everything happens in one document.
 *
 * @param {() => void} onClose
 */
export function openWizard(onClose) {
  const dialog = new StepDialog(onClose);
  /**
   * One set-up per kind of app, kept so that going back and forth shows the same QR code.
   *
   * @type {Record<string, SetUp>}
   */
  const setUps = {};
  let app = 'microsoft';

  function pickMethod() {
    dialog.show({
      title: 'Add a sign-in method',
      body: [
        tile(
          'authenticatorApp',
          'Microsoft Authenticator',
          'Approve sign-ins or use one-time codes',
          getApp,
        ),
        tile('phone', 'Phone', 'Not offered by your organisation'),
        tile('email', 'Email', 'Not offered by your organisation'),
      ],
    });
  }

  function getApp() {
    const choose = (/** @type {string} */ chosen) => () => {
      app = chosen;
      setUpAccount();
    };
    dialog.show({
      title: 'Start by getting the app',
      body: [
        h('p', {}, 'On your phone, install the Microsoft Authenticator app, then choose Next.'),
        h(
          'button',
          { type: 'button', class: 'ms-Link root-141', onclick: choose('other') },
          DIFFERENT_APP,
        ),
      ],
      back: pickMethod,
      next: { label: 'Next', go: choose('microsoft') },
    });
  }

  function setUpAccount() {
    const hint =
      app === 'other'
        ? 'In your app, add a new account.'
        : 'If asked, allow notifications. Then add an account, and choose “Work or school”.';
    dialog.show({
      title: 'Set up your account in the app',
      body: [h('p', {}, hint)],
      back: getApp,
      next: { label: 'Next', go: scan },
    });
  }

  async function scan() {
    /** @type {SetUp} */
    const setUp = setUps[app] ?? (await ask('set-up', { app }));
    setUps[app] = setUp;
    dialog.show({
      title: 'Scan the QR code',
      body: [
        h(
          'p',
          {},
          'Use your authenticator app to scan the QR code. Then come back and choose Next.',
        ),
        qrCode(setUp.drawAs, setUp.qr),
        ...manualEntry(setUp),
      ],
      back: setUpAccount,
      next: { label: 'Next', go: setUp.kind === 'totp' ? () => enterCode(setUp.id) : tryItOut },
    });
  }

  /** @param {string} id */
  function enterCode(id) {
    let code = '';
    const error = h('div', { 'aria-live': 'assertive' });
    const field = input({
      type: 'text',
      autocomplete: 'off',
      placeholder: 'Enter code',
      'aria-label': 'Enter code',
      'data-testid': 'verification-entercode-input',
    });
    control(field, (value) => {
      code = value;
    });

    async function verify() {
      const { verdict } = code ? await ask('verify', { id, code }) : { verdict: 'empty' };
      if (verdict === 'accepted') return added();
      const attributes = {
        class: 'error',
        role: 'alert',
        'data-testid': 'verification-entercode-error',
      };
      error.replaceChildren(h('p', attributes, CODE_ERRORS[verdict] ?? ''));
      field.focus();
    }

    dialog.show({
      title: 'Enter code',
      body: [h('p', {}, 'Enter the 6-digit code shown in your authenticator app.'), field, error],
      back: scan,
      next: { label: 'Next', go: verify },
    });
  }

  function tryItOut() {
    dialog.show({
      title: "Let's try it out",
      body: [h('p', {}, 'Waiting for your phone. Approve the notification that we sent to it.')],
      back: scan,
    });
  }

  function added() {
    dialog.show({
      title: 'Authenticator app added',
      body: [h('p', {}, 'From now on you can sign in with the codes of your app.')],
      next: { label: 'Done', go: () => dialog.close() },
      last: true,
    });
  }

  pickMethod();
}

/**
 * @param {string} method
 * @param {string} name
 * @param {string} detail
 * @param {() => void} [choose] missing where the organisation does not offer the method
 */
function tile(method, name, detail, choose) {
  return h(
    'button',
    {
      type: 'button',
      class: 'tile',
      'data-testid': `authmethod-picker-${method}`,
      disabled: !choose,
      ...(choose && { onclick: choose }),
    },
    h('b', {}, name),
    h('span', {}, detail),
  );
}

/**
 * The rows of "Can't scan the QR code?": label, test id, value.
 *
 * @param {SetUp} setUp
 */
function manualValues(setUp) {
  return setUp.kind === 'totp'
    ? [
        ['Account name', 'activation-account-name', setUp.accountName],
        ['Secret key', 'activation-url/key', setUp.secretKey],
      ]
    : [
        ['Code', 'activation-code', setUp.code],
        ['URL', 'activation-url/key', setUp.url],
      ];
}

/** @param {SetUp} setUp */
function manualEntry(setUp) {
  const rows = manualValues(setUp).map(([label = '', testId, value = '']) =>
    h('tr', { 'data-testid': testId }, h('th', { scope: 'row' }, label), h('td', {}, value)),
  );
  const table = h('table', { class: 'manual', hidden: true }, h('tbody', {}, ...rows));
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'ms-Link root-141',
      'aria-expanded': 'false',
      'data-testid': 'activation-qr-show/hide-info-button',
      onclick: () => {
        const hidden = table.toggleAttribute('hidden');
        toggle.setAttribute('aria-expanded', String(!hidden));
      },
    },
    'Can’t scan the QR code?',
  );
  return [toggle, table];
}
