import { describe, expect, it } from 'vitest';
import type { Control, Step, Variant } from '../../../src/enrolment/wizard.ts';
import { ERROR_BAR } from '../../../src/page/wizard/common-table.ts';
import { choicesAt, type Sight, stepOf } from '../../../src/page/wizard/decide.ts';
import { INTERRUPT } from '../../../src/page/wizard/interrupt-table.ts';
import { plain } from '../../../src/page/wizard/plain-text.ts';
import { TABLES } from '../../../src/page/wizard/tables.ts';

interface Shown {
  readonly title?: string;
  readonly text?: string;
  readonly alert?: string;
  readonly field?: 'empty' | 'ours' | 'refused';
  readonly selectors?: readonly string[];
  readonly hidden?: readonly string[];
  readonly controls?: readonly Control[];
  readonly picture?: true;
  readonly input?: true;
  readonly busy?: true;
}

/** A page as a person would describe it. */
function sightOf(shown: Shown): Sight {
  const { title, text = title ?? 'Microsoft', alert, field, selectors = [], hidden = [] } = shown;
  return {
    titles: title ? [plain(title)] : [],
    text: plain(text),
    alerts: alert ? [plain(alert)] : [],
    hasCodeField: field !== undefined,
    fieldError: field === 'refused' ? 'wrong' : '',
    filled: field === 'ours',
    shows: (selector) => selectors.includes(selector),
    showsAnywhere: (selector) => selectors.includes(selector),
    has: (selector) => hidden.includes(selector),
    offers: (control) => shown.controls?.includes(control) ?? false,
    showsPicture: () => shown.picture ?? false,
    hasInput: () => shown.input ?? field !== undefined,
    isBusy: () => shown.busy ?? false,
  };
}

const PAGES: [page: string, variant: Variant, step: Step, shown: Shown][] = [
  ['the list', 'security-info', 'overview', { title: 'Security info', controls: ['add-method'] }],
  [
    'the list in another language',
    'security-info',
    'overview',
    { title: 'Informazioni', controls: ['add-method'] },
  ],
  [
    'the tiles',
    'security-info',
    'pick-method',
    { selectors: ['[data-testid^="authmethod-picker-"]'] },
  ],
  ['the list of methods', 'security-info', 'pick-method', { title: 'Ajouter une méthode' }],
  ['the download', 'security-info', 'get-app', { title: 'App abrufen und loslegen' }],
  [
    'the download, known by its way out',
    'security-info',
    'get-app',
    { title: 'Scarica', controls: ['different-app'] },
  ],
  [
    'the download, with QR codes of the shops',
    'security-info',
    'get-app',
    { title: 'Install Microsoft Authenticator', picture: true, controls: ['next'] },
  ],
  [
    'the account in the app',
    'security-info',
    'set-up-account',
    { title: 'アカウントのセットアップ', picture: true, controls: ['next'] },
  ],
  ['the QR code', 'security-info', 'qr', { title: 'Scan the QR code', controls: ['next', 'back'] }],
  [
    'the QR code in another language',
    'security-info',
    'qr',
    { title: 'Scansiona', picture: true, controls: ['next'] },
  ],
  [
    'the QR code with the way out beside it',
    'security-info',
    'qr',
    { title: 'Scan the QR code', controls: ['different-app'] },
  ],
  ['the field', 'security-info', 'enter-code', { title: 'Enter code', field: 'empty' }],
  [
    'the field with our code',
    'security-info',
    'enter-code',
    { title: 'Enter code', field: 'ours' },
  ],
  [
    'the field with a hint in a live region',
    'security-info',
    'enter-code',
    { field: 'empty', alert: 'Enter the 6-digit code shown in the Authenticator app' },
  ],
  [
    'the field with fault at it',
    'security-info',
    'code-refused',
    { title: 'Enter code', field: 'refused' },
  ],
  [
    'the field with a toast on the code',
    'security-info',
    'code-refused',
    { field: 'ours', alert: 'Falscher Code eingegeben' },
  ],
  [
    'the field with a toast on a used code',
    'security-info',
    'code-refused',
    { field: 'ours', alert: 'That verification code was used already. Try again.' },
  ],
  [
    'the field with a failure',
    'security-info',
    'error',
    { field: 'ours', alert: 'Sorry, we ran into a problem' },
  ],
  [
    'the field with a title of success',
    'security-info',
    'enter-code',
    { title: 'Success!', field: 'empty' },
  ],
  ['the trial', 'security-info', 'push-trial', { title: 'Let’s try it out' }],
  [
    'the trial, approved',
    'security-info',
    'push-trial',
    { title: 'Notification approved', controls: ['next'] },
  ],
  ['the end', 'security-info', 'done', { title: 'Authenticator app added', controls: ['done'] }],
  [
    'the list with the toast',
    'security-info',
    'done',
    {
      title: 'Security info',
      alert: 'Authenticator app was successfully registered',
      controls: ['add-method'],
    },
  ],
  [
    'the tiles with a toast of before',
    'security-info',
    'pick-method',
    { title: 'Add a method', alert: 'Authenticator app was successfully registered' },
  ],
  [
    'the list with the toast of another method',
    'security-info',
    'overview',
    { title: 'Security info', alert: 'Phone was successfully registered' },
  ],
  [
    'a failure',
    'security-info',
    'error',
    { title: 'Set up your account', alert: 'Something went wrong' },
  ],
  [
    'a failure in another language',
    'security-info',
    'error',
    { title: 'Set up your account', selectors: [ERROR_BAR] },
  ],
  [
    'success and failure at once',
    'security-info',
    'error',
    { title: 'Success!', alert: 'Something went wrong' },
  ],
  [
    'a captcha by its frame',
    'security-info',
    'captcha',
    { field: 'empty', selectors: ['iframe[src*="captcha" i]'] },
  ],
  [
    'a captcha by its words',
    'security-info',
    'captcha',
    { text: 'Geben Sie die angezeigten Zeichen ein', input: true },
  ],
  ['words about captchas', 'security-info', 'other', { text: 'Enter the characters you see' }],
  ['nothing yet', 'security-info', 'loading', { text: '' }],
  ['a spinner', 'security-info', 'loading', { text: 'Loading', busy: true }],
  ['a known step with a spinner', 'security-info', 'qr', { title: 'Scan the QR code', busy: true }],
  [
    'something else',
    'security-info',
    'other',
    { title: 'Your session has expired', controls: ['next'] },
  ],
  [
    'something else with a picture',
    'security-info',
    'other',
    { title: 'Your session has expired', picture: true },
  ],
  ['the default method on the list', 'security-info', 'other', { title: 'Default sign-in method' }],
  [
    'the end of the forced wizard',
    'registration',
    'done',
    { title: 'Méthode de connexion par défaut', controls: ['done'] },
  ],
  [
    'the list, where there is none',
    'registration',
    'other',
    { title: 'Security info', controls: ['add-method'] },
  ],
  [
    'the question',
    'legacy',
    'pick-method',
    { text: 'Step 1: How should we contact you?', controls: ['authenticator-app'] },
  ],
  [
    'the QR code',
    'legacy',
    'qr',
    {
      title: 'Configure mobile app',
      text: 'Step 1: How should we contact you? Configure mobile app',
      controls: ['different-app'],
    },
  ],
  [
    'the question, which speaks of the next window',
    'legacy',
    'pick-method',
    { text: 'Vous devez configurer l’application mobile', controls: ['set-up'] },
  ],
  ['the check', 'legacy', 'loading', { text: 'Checking activation status' }],
  [
    'the app configured',
    'legacy',
    'set-up-account',
    { text: 'How should we contact you? Mobile app has been configured for verification codes.' },
  ],
  [
    'the field',
    'legacy',
    'enter-code',
    { text: 'Step 2: Enter the verification code from the mobile app', field: 'empty' },
  ],
  [
    'the phone number after it',
    'legacy',
    'done',
    { text: 'Step 3: In case you lose access to the mobile app' },
  ],
  [
    'the list',
    'personal',
    'overview',
    { text: 'Ways to prove who you are', controls: ['add-method'] },
  ],
  ['the choice', 'personal', 'pick-method', { controls: ['authenticator-app'] }],
  [
    'the download',
    'personal',
    'get-app',
    { selectors: ['#iSelectProofTypeAlternate'], controls: ['different-app', 'next'] },
  ],
  [
    'the QR code beside the empty field',
    'personal',
    'qr',
    { field: 'empty', picture: true, controls: ['next'] },
  ],
  [
    'the QR code beside our code',
    'personal',
    'enter-code',
    { field: 'ours', picture: true, controls: ['next'] },
  ],
  [
    'the key beside the empty field',
    'personal',
    'qr',
    { title: 'Scan the bar code', field: 'empty' },
  ],
  ['the field alone', 'personal', 'enter-code', { field: 'empty' }],
  [
    'the recovery code',
    'personal',
    'done',
    { text: 'Your new recovery code MWGR3-9MJC9-STK76-SZCE5-X77PR', controls: ['next'] },
  ],
];

describe.each(PAGES)('%s of %s', (_, variant, step, shown) => {
  it(`is ${step}`, () => {
    expect(stepOf(TABLES[variant], sightOf(shown))).toBe(step);
  });
});

describe('the page before forced registration', () => {
  it.each<[string, Shown]>([
    ['its button', { selectors: ['#idSubmit_ProofUp_Redirect'] }],
    ['its page id', { hidden: ['meta[name="PageID"][content="ConvergedProofUpRedirect"]'] }],
    ['its title', { title: 'アカウントをセキュリティ保護しましょう' }],
  ])('is known by %s', (_, shown) => {
    expect(stepOf(INTERRUPT, sightOf(shown))).toBe('interrupt');
  });

  it('is not the code page', () => {
    expect(stepOf(INTERRUPT, sightOf({ title: 'Enter code', field: 'empty' }))).toBe('enter-code');
  });
});

describe('what may be chosen', () => {
  const every: Control[] = [
    'next',
    'back',
    'add-method',
    'authenticator-app',
    'different-app',
    'done',
  ];

  it.each<[Step, Control[]]>([
    ['overview', ['add-method']],
    ['pick-method', ['authenticator-app']],
    ['get-app', ['different-app', 'next', 'back']],
    ['code-refused', []],
    ['push-trial', ['back']],
    ['done', ['done', 'next']],
    ['captcha', []],
    ['error', []],
    ['other', []],
    ['loading', []],
  ])('at %s is no more than its way on', (step, controls) => {
    expect(choicesAt(TABLES['security-info'], step, sightOf({ controls: every }))).toEqual(
      controls,
    );
  });

  it('is only what is there', () => {
    expect(choicesAt(TABLES['security-info'], 'get-app', sightOf({ controls: ['next'] }))).toEqual([
      'next',
    ]);
  });

  it('is not the button of a field that is empty yet', () => {
    const shown = sightOf({ field: 'empty', picture: true, controls: ['next', 'back'] });
    expect(choicesAt(TABLES.personal, 'qr', shown)).toEqual(['back']);
  });

  it('is nothing over a recovery code', () => {
    expect(choicesAt(TABLES.personal, 'done', sightOf({ controls: every }))).toEqual([]);
  });
});
