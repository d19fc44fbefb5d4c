import './watch.js';
import { h } from './dom.js';
import { codeView, show } from './live/code-views.js';
import {
  complain,
  config,
  controlled,
  form,
  identityBanner,
  primary,
  title,
} from './live/view-parts.js';

/** The views of `login.live.com`, one a page. */
const { str, view } = config;

/** @type {Record<import('./live/view-parts.js').Config['view'], () => Node[]>} */
const VIEWS = {
  userName: () => [
    title(str.signInTitle),
    form(
      'UsernameForm',
      [
        controlled({
          type: 'email',
          id: 'usernameEntry',
          name: 'loginfmt',
          autocomplete: 'username',
          placeholder: str.userName,
          'aria-label': str.userName,
        }),
      ],
      [primary('', str.next)],
    ),
  ],

  password: () => [
    identityBanner(),
    title(str.passwordTitle),
    form(
      'PasswordForm',
      [
        controlled({
          type: 'password',
          id: 'passwordEntry',
          name: 'passwd',
          'data-testid': 'passwordEntry',
          autocomplete: 'current-password',
          placeholder: str.passwordLabel,
          'aria-label': str.passwordLabel,
        }),
      ],
      [primary('', str.next)],
    ),
  ],

  code: codeView,

  staySignedIn: () => [
    identityBanner(),
    title(str.stayTitle, 'kmsiTitle'),
    form(
      'KmsiInterruptForm',
      [h('div', { 'data-testid': 'kmsiVideo' })],
      [
        h(
          'button',
          {
            type: 'submit',
            class: 'secondary',
            name: 'no',
            value: '1',
            'data-testid': 'secondaryButton',
          },
          str.no,
        ),
        h(
          'button',
          { type: 'submit', name: 'yes', value: '1', 'data-testid': 'primaryButton' },
          str.yes,
        ),
      ],
    ),
  ],
};

function render() {
  show(VIEWS[view]);
  complain(config.error);
}

// As on the real page, the view is built when its script has come, and mounted again right after.
setTimeout(() => {
  render();
  setTimeout(render);
});
