import {
  ADD,
  ADDED,
  BACK,
  DIFFERENT_APP,
  DONE,
  GET_APP,
  NEXT,
  type Phrases,
  PICK_METHOD,
  PUSH_TRIAL,
  SCAN_QR,
  SECURITY_INFO_TITLE,
  SET_UP_ACCOUNT,
  VERIFY,
} from './phrases.ts';
import type { ControlMarks, StepMarks, WizardTable } from './table.ts';

const ADD_METHOD: Phrases = {
  en: /^\+? ?add (?:a )?(?:sign-?in )?method$/u,
  de: /^\+? ?(?:anmelde)?methode hinzufügen$/u,
  fr: /^\+? ?ajouter une méthode(?: de connexion)?$/u,
  es: /^\+? ?(?:agregar|añadir) (?:un )?método(?: de inicio de sesión)?$/u,
  ja: /^\+? ?(?:サインイン)?(?:方法|メソッド)(?:の|を)追加(?:します)?$/u,
};

/** The tile, or the option of the list: its name comes first, a description may follow. */
const AUTHENTICATOR_APP: Phrases = {
  en: /^(?:microsoft authenticator|authenticat(?:or|ion) app)\b/u,
  de: /^(?:microsoft authenticator|authenticator-?app|authentifikator-?app|authentifizierungs-?app)/u,
  fr: /^(?:microsoft authenticator|application (?:d'authentifi|authenticator))/u,
  es: /^(?:microsoft authenticator|aplicación (?:de autenticación|autenticadora|authenticator))/u,
  ja: /^(?:microsoft authenticator|認証アプリ|authenticator アプリ)/u,
};

/** Also those of the forced wizard, which shows the same steps on a page of its own. */
export const ADDING_STEPS: readonly StepMarks[] = [
  {
    step: 'push-trial',
    titles: [PUSH_TRIAL],
  },
  {
    step: 'qr',
    selectors: ['[data-testid^="activation-qr"]', '[data-testid^="activation-url"]'],
    titles: [SCAN_QR],
  },
  {
    step: 'get-app',
    selectors: ['[data-testid="authenticator-download-link"]'],
    titles: [GET_APP],
    controls: ['different-app'],
  },
  {
    step: 'set-up-account',
    selectors: ['[data-testid="setup-instructions"]'],
    titles: [SET_UP_ACCOUNT],
  },
  {
    step: 'pick-method',
    selectors: ['[data-testid^="authmethod-picker-"]'],
    titles: [PICK_METHOD],
  },
];

export const ADDING_CONTROLS = {
  next: {
    selectors: ['[data-testid="reskin-step-next-button"]'],
    names: [NEXT, VERIFY],
  },
  back: {
    selectors: ['[data-testid="reskin-step-back-button"]'],
    names: [BACK],
  },
  'authenticator-app': {
    selectors: ['[data-testid="authmethod-picker-authenticatorApp"]'],
    names: [AUTHENTICATOR_APP],
    isChoice: true,
    inList: true,
  },
  'set-up': { names: [ADD] },
  'different-app': { names: [DIFFERENT_APP] },
  done: {
    selectors: ['[data-testid="reskin-step-next-button"]'],
    names: [DONE],
  },
} as const satisfies Record<string, ControlMarks>;

export const ADDING_CODE = ['input[data-testid="verification-entercode-input"]'];
export const ADDING_OTHER_CODES = [
  'input[data-testid*="email" i]',
  'input[data-testid*="phone" i]',
];

/** `mysignins.microsoft.com/security-info` (shared/MICROSOFT.md, "Security info wizard"). */
export const SECURITY_INFO: WizardTable = {
  steps: [
    { step: 'done', titles: [ADDED] },
    ...ADDING_STEPS,
    // Over the list only: while the wizard is open, a toast is that of the method added before.
    { step: 'done', alerts: [ADDED] },
    { step: 'overview', controls: ['add-method'], titles: [SECURITY_INFO_TITLE] },
  ],
  controls: {
    ...ADDING_CONTROLS,
    'add-method': {
      selectors: ['[data-testid="add-method-button"]'],
      names: [ADD_METHOD],
      looks: 'button:has(i[data-icon-name="Add"])',
    },
  },
  code: ADDING_CODE,
  otherCodes: ADDING_OTHER_CODES,
};
